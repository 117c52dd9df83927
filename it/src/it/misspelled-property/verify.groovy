def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('error[RS001] release-sync.failon: no goal knows this property; did you mean release-sync.failOn?')
assert !new File(basedir, 'target/release-sync').exists()
