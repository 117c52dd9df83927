// Runs git in the clone of an invoker project and returns what it says:
// def git = evaluate(new File(basedir, '../../../src/git.groovy'))
return { String... arguments ->
  def builder = new ProcessBuilder(['git'] + arguments.toList()).directory(basedir).redirectErrorStream(true)
  // A build that is started by a git hook inherits the hook's repository.
  builder.environment().keySet().removeIf { it.startsWith('GIT_') }
  def process = builder.start()
  process.outputStream.close()
  def output = process.inputStream.getText('UTF-8')
  assert process.waitFor() == 0 : "git ${arguments.join(' ')}: $output"
  return output
}
