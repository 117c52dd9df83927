// Without cargo there is nothing to rehearse with.
def name = File.separatorChar == '\\' ? 'cargo.exe' : 'cargo'
return System.getenv('PATH').split(File.pathSeparator).any { new File(it, name).canExecute() }
