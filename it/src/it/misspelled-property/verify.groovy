def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('error[RS001] release-sync.failon: no goal knows this property; did you mean release-sync.failOn?')
assert log.contains('error[RS001] release-sync.failOn: this is no property of rollback; leave it out; goals that have it: check')
assert log.contains('error[RS001] release-sync.level: this is no property of sync; leave it out; goals that have it: bump, next, prepare')
assert log.contains('error[RS001] release-sync.dryRun: this is no property of package; leave it out; goals that have it: ' +
    'bump, init, prepare, publish, rollback, sync, tag')
assert log.count('error[RS001]') == log.count('Failed to execute goal')
assert log.contains('error[RS001] dryRun: `sync` does not read this property, and would act; did you mean release-sync.dryRun?')
assert log.count('Failed to execute goal') == 5
assert !new File(basedir, 'target/release-sync/dist').exists()
