def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('error[RS001] outputDirectory: `${nobody.defines.this}` has no value here')
assert !new File(basedir, 'target/release-sync').exists()
