def log = new File(basedir, 'build.log').getText('UTF-8')
def runs = log.split('BUILD (SUCCESS|FAILURE)') as List

// Before the first release the comparison says that it does nothing.
assert runs[0].contains('japicmp skipped.')
assert log.count('japicmp skipped.') == 1

// A method went from two types that are no API: one in a package of its own, one beside an API type.
assert !new File(basedir, 'internal/io/github/releasesync/artifact/Archive.java').text.contains('entries')
assert runs[1].contains('api-of-last-release')
assert log.count('BUILD SUCCESS') == 2

// A method went from an API package, and from a type that is API alone in its package.
assert log.count('BUILD FAILURE') == 1
assert runs[3].contains('io.github.releasesync.version.Version.isStable():METHOD_REMOVED')
assert runs[3].contains('io.github.releasesync.artifact.Artifact.size():METHOD_REMOVED')
