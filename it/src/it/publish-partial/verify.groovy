def log = new File(basedir, 'build.log').getText('UTF-8')

// Nothing is sent from a part of the modules, and nothing is staged either.
assert log.contains('RS368')
assert !new File(basedir, '.release-sync').exists()
assert !log.contains('\tat io.github.releasesync')
