def git = evaluate(new File(basedir, '../../../src/git.groovy'))

assert git('tag').readLines() == ['v1.3.0-beta.1']
assert git('log', '--format=%s').readLines() == ['align: release 1.3.0-beta.1', 'feat: first commit']
assert git('status', '--porcelain').isEmpty()
assert git('show', 'v1.3.0-beta.1:pyproject.toml').contains('version = "1.3.0b1"')
assert git('show', 'v1.3.0-beta.1:pom.xml').contains('<version>1.3.0-beta.1</version>')

def log = new File(basedir, 'build.log').text
assert log.contains('The release of 1.3.0 is undone: all is as before it')
assert log.contains('Prepared 1.3.0-beta.1. To undo it: mvn release-sync:rollback.')
