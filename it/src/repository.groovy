// Makes the clone of an invoker project a repository of its own. Without this it would be looked at
// as a part of release-sync's own work tree, in which it lies.
def git = { String... arguments ->
  def command = ['git', '-c', 'core.autocrlf=false', '-c', 'commit.gpgSign=false',
      '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'] + arguments.toList()
  def builder = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true)
  // A build that is started by a git hook inherits the hook's repository.
  builder.environment().keySet().removeIf { it.startsWith('GIT_') }
  def process = builder.start()
  process.outputStream.close()
  def output = process.inputStream.getText('UTF-8')
  assert process.waitFor() == 0 : "git ${arguments.join(' ')}: $output"
}

new File(basedir, '.gitignore').text = 'target/\nbuild.log\n'
git('init', '-q')
git('add', '-A')
git('commit', '-q', '--no-verify', '-m', 'feat: first commit')
