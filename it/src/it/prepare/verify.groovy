def git = evaluate(new File(basedir, '../../../src/git.groovy'))
def at = { String tag, String file -> git('show', "$tag:$file").replace('\r\n', '\n') }
def section = { String version -> at('HEAD', 'CHANGELOG.md').split('\n## ').find { it.startsWith("[$version]") } }

assert git('log', '--format=%s').readLines() == [
    'align: develop 1.4.0-dev', 'align: release 1.3.1', 'align: release engine-tools 1.3.1',
    'align: release 1.3.0', 'align: release 1.3.0-beta.1', 'fix: tools find their files',
    'fix: keep the order of keys', 'docs: how to call it', 'feat: first commit']
assert git('tag').readLines().toSet() ==
    ['v1.2.0', 'v1.3.0-beta.1', 'v1.3.0', 'engine-tools-v1.3.1', 'v1.3.1'].toSet()
assert git('rev-parse', 'v1.3.1^{commit}') == git('rev-parse', 'HEAD~1')
assert git('rev-parse', 'engine-tools-v1.3.1^{commit}') == git('rev-parse', 'HEAD~2')
assert git('status', '--porcelain').isEmpty()

// The pre-release, and the fragment that it used up.
assert at('v1.3.0-beta.1', 'pyproject.toml').contains('version = "1.3.0b1"')
assert at('v1.3.0-beta.1', 'pom.xml').contains('<version>1.3.0-beta.1</version>')
assert git('ls-tree', '-r', '--name-only', 'v1.3.0-beta.1', 'news').isEmpty()

// Each package says what is released of it.
assert at('v1.3.0', 'Cargo.toml').contains('version = "1.3.0"')
assert at('v1.3.0', 'pyproject.toml').contains('version = "1.3.0"')
assert at('v1.3.0', 'pom.xml').contains('<version>1.3.0</version>')
assert git('diff', '--name-only', 'HEAD~3', 'HEAD~2').readLines() == ['tools/pyproject.toml']
assert at('v1.3.1', 'tools/pyproject.toml').contains('version = "1.3.1"')
assert at('v1.3.1', 'Cargo.toml').contains('version = "1.3.1"')
assert at('v1.3.1', 'pyproject.toml').contains('version = "1.3.0"')

// What is developed next, in each spelling.
assert at('HEAD', 'Cargo.toml').contains('version = "1.4.0-dev.0"')
assert at('HEAD', 'tools/pyproject.toml').contains('version = "1.4.0.dev0"')
assert at('HEAD', 'pom.xml').contains('<version>1.4.0-SNAPSHOT</version>')

def told = '\n\n### Fixed\n\n- The order of keys is kept. (#7)\n- tools find their files\n- keep the order of keys\n\n### Documentation\n\n- how to call it\n'
assert section('1.3.0-beta.1') == '[1.3.0-beta.1] - 2026-03-04' + told
assert section('1.3.0') == '[1.3.0] - 2026-03-05' + told
assert section('1.3.1') == '[1.3.1] - 2026-03-06\n'

def log = new File(basedir, 'build.log').text
assert log.contains('The release of 1.3.0 is undone')
assert log.contains('Prepared 1.3.0-beta.1. To undo it: mvn release-sync:rollback.')
assert log.contains('Prepared engine-tools 1.3.1.')
assert log.contains('then     align: develop 1.4.0-dev')
