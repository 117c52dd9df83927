def log = new File(basedir, 'build.log').getText('UTF-8')
def text = { String file -> new File(basedir, file).getText('UTF-8') }

// The preview says what the real one does, which then has nothing left to do.
assert log.count("+ version = '1.2.0'") == 2
assert log.contains('Would change 1 file; nothing was written')
assert log.contains('Synced 1 file.')
assert log.contains('Nothing to sync: every follower has the version of its lead')

assert log.contains('engine  1.2.0 -> 1.3.0-beta.1  (minor-beta)')
assert log.contains("+ version = '1.3.0b1'")
assert log.contains('+   <version>1.3.0-beta.1</version> <!-- as the crate -->')
assert log.contains('Bumped to 1.3.0-beta.1 in 5 files.')
assert log.contains('engine  1.3.0-beta.1 -> 1.3.0  (release)')
assert log.contains('engine  1.3.0 -> 1.3.1-dev  (development)')
assert log.contains('Bumped to 1.3.1-dev in 4 files.')

// Each in its own spelling, and nothing else is different.
assert text('Cargo.toml').startsWith('[package]\nname = "engine"\nversion = "1.3.1-dev.0" # of all\nedition = "2021"\n')
assert text('Cargo.lock').endsWith('[[package]]\nname = "engine"\nversion = "1.3.1-dev.0"\n')
assert text('pyproject.toml').startsWith("[project]\nname = \"engine\"\nversion = '1.3.1.dev0'\n\n[build-system]\n")
assert text('pom.xml').contains('  <version>1.3.1-SNAPSHOT</version> <!-- as the crate -->\n')

// A copy states what is released.
assert text('README.md') == 'Add `engine = "1.3.0"`, or call `pip install engine==1.3.0`.\n'

// A slip is told with its code, and changes nothing.
assert log.contains('RS407')
assert !log.contains('\tat io.github.releasesync')

def git = evaluate(new File(basedir, '../../../src/git.groovy'))
// One line in each file, also where line ends are converted, and nothing beside them.
def changed = git('-c', 'core.autocrlf=false', 'diff', '--numstat').readLines()
assert changed.every { it.startsWith('1\t1\t') }
assert changed.collect { it.split('\t')[2] } ==
    ['Cargo.lock', 'Cargo.toml', 'README.md', 'pom.xml', 'pyproject.toml']
assert git('-c', 'core.autocrlf=false', 'status', '--porcelain').readLines().every { it.startsWith(' M ') }
