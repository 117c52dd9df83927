def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.count('Dry run: nothing was sent. Send it with -Drelease-sync.live=true') == 2
assert log =~ /wheel  publish_dry-1\.2\.0-py3-none-any\.whl .* not asked/
assert log.contains('no address is set')
assert log.contains('error[RS001] release-sync.dryRun: release-sync.live sends, and dryRun sends nothing; ' +
    'leave out dryRun to publish, or release-sync.live to see the plan')
assert log.contains('this version supports only http://127.0.0.1 and http://[::1]')
assert !new File(basedir, '.release-sync').exists()
