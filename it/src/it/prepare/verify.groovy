def git = evaluate(new File(basedir, '../../../src/git.groovy'))
def at = { String tag, String file -> git('show', "$tag:$file").replace('\r\n', '\n') }

assert git('log', '--format=%s').readLines() == [
    'align: develop 1.4.0-dev', 'align: release 1.3.1', 'align: release engine-tools 1.3.1',
    'align: release 1.3.0', 'align: release 1.3.0-beta.1', 'fix: tools find their files',
    'fix: keep the order of keys', 'docs: how to call it', 'feat: first commit']
assert git('tag', '--sort=creatordate').readLines().toSet() ==
    ['v1.2.0', 'v1.3.0-beta.1', 'v1.3.0', 'engine-tools-v1.3.1', 'v1.3.1'].toSet()
assert git('rev-parse', 'v1.3.1^{commit}') == git('rev-parse', 'HEAD~1')
assert git('status', '--porcelain').isEmpty()
println at('v1.3.0-beta.1', 'CHANGELOG.md')
println at('v1.3.0', 'CHANGELOG.md')
println at('HEAD', 'CHANGELOG.md')
