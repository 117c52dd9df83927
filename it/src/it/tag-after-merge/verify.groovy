def git = evaluate(new File(basedir, '../../../src/git.groovy'))

// The commit that is on main is tagged, not the one of the branch; and once only.
assert git('tag').readLines() == ['v1.2.0', 'v1.3.0']
assert git('cat-file', '-t', 'v1.3.0').trim() == 'tag'
assert git('log', '--format=%s', 'v1.3.0').readLines() == ['Release 1.3.0 (#7)', 'feat: first commit']
assert git('rev-parse', 'v1.3.0^{commit}') == git('rev-parse', 'main')
assert git('status', '--porcelain').isEmpty()

def log = new File(basedir, 'build.log').text
assert log.contains('Tagged v1.3.0.')
assert log.contains('RS434')
