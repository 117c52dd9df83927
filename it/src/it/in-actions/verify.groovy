def lines = new File(basedir, 'build.log').readLines('UTF-8')

// GitHub takes a line for a command only if nothing stands before it, also with Maven 4 and -q.
assert lines.count { it.startsWith('::error file=pyproject.toml,line=3,col=12,title=RS106::') } == 1
assert lines.count { it.startsWith('::') } == 1
assert new File(basedir, 'target/release-sync/check.sarif').file
