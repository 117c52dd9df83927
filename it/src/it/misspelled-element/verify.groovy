def log = new File(basedir, 'build.log').getText('UTF-8')
assert (log =~ /error\[RS001] pom\.xml:\d+: no goal has <faylOn>; did you mean <failOn>\?/).count == 2
assert log =~ /error\[RS001] pom\.xml:\d+: check has no <outputDirectry>; did you mean <outputDirectory>\?/
assert log.contains('error[RS001] groups: <group> has no element <tagFromat>; did you mean <tagFormat>?')
assert log =~ /error\[RS001] pom\.xml:\d+: check has no <dryRun>; leave it out; goals that have it: bump, init, /
// Nothing was done until the last one, which may have both.
assert log.count('Failed to execute goal') == 5
assert new File(basedir, 'target/release-sync/check.json').exists()
