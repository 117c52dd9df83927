// Types what was printed, as a user copies it: in a shell, in the same folder, with the same Maven.
def git = evaluate(new File(basedir, '../../../src/git.groovy'))
def windows = System.getProperty('os.name').startsWith('Windows')
def mavens = new File(basedir, '../../mavens').canonicalFile
def home = new File(mavens, "apache-maven-$mavenVersion")
def maven = new File(home.directory ? home : new File(System.getProperty('maven.home')), 'bin/mvn')
def coordinates = 'io\\.github\\.releasesync:release-sync-maven-plugin:[^:\\s]+'

def type = { String command ->
  def shell = 'mvn() { "$MAVEN" -B -Dstyle.color=never -Dmaven.repo.local="$REPOSITORY" "$@"; }\n' + command
  def builder = new ProcessBuilder('sh', '-c', shell).directory(basedir).redirectErrorStream(true)
  builder.environment().put('MAVEN', maven.path)
  builder.environment().put('REPOSITORY', localRepositoryPath.path)
  builder.environment().keySet().removeIf { it.startsWith('GIT_') }
  def process = builder.start()
  process.outputStream.close()
  def output = process.inputStream.getText('UTF-8')
  assert process.waitFor() == 0 : "$command: $output"
  return output
}
def printed = { String text, String pattern ->
  def found = text =~ pattern
  assert found.find() : "nothing like $pattern in " + text.take(4000)
  return found.group(1)
}
if (windows) {
  return true
}
def log = new File(basedir, 'build.log').text

// Out of sync, for a project that does not declare the plugin: with coordinates and with what was given.
def sync = printed(log, "Out of sync: (mvn $coordinates:sync .*?) fixes")
assert sync.contains('-Drelease-sync.root=engine')
assert sync.contains('-Drelease-sync.copies=README.md')
// With the profile that declares it, the prefix does, and the profile is repeated.
def declared = printed(log, '(?s).*Out of sync: (mvn -P declared release-sync:sync .*?) fixes')
assert declared == 'mvn -P declared release-sync:sync -Drelease-sync.root=engine'

type(sync)
assert new File(basedir, 'engine/Cargo.lock').text.contains('version = "1.2.0"')
assert new File(basedir, 'engine/README.md').text.contains('engine = "1.2.0"')
type(declared)
git('add', '-A')
git('commit', '-q', '--no-verify', '-m', 'fix: the lock and the README')
git('tag', '-a', '-m', 'v1.2.0', 'v1.2.0')
new File(basedir, 'engine/src/lib.rs') << 'pub fn stop() {}\n'
git('add', '-A')
git('commit', '-q', '--no-verify', '-m', 'feat: stop')

// next names prepare, and prepare names what undoes it.
def before = git('rev-parse', 'HEAD')
def next = type(sync.replaceFirst(':sync ', ':next '))
def prepare = printed(next, 'Run (mvn .*?) \\(')
assert prepare.contains('-Drelease-sync.root=engine')
def prepared = type(prepare)
assert git('log', '-1', '--format=%s').trim() == 'align: release 1.3.0'
assert new File(basedir, 'engine/README.md').text.contains('engine = "1.3.0"')
def rollback = printed(prepared, 'To undo it: (mvn \\S+:rollback[^.]*?\\S*)\\. ')
type(rollback)
assert git('rev-parse', 'HEAD') == before
assert git('status', '--porcelain').isEmpty()
return true
