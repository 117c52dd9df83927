def log = new File(basedir, 'build.log').getText('UTF-8')

// Offline and without a token: the crates come out in order, and cargo uses them.
assert log.count('Rehearsed: rehearse-cli 1.2.0 can be released, 2 files') == 2
assert log.count('ok         cargo builds a consumer of rehearse-engine 1.2.0') == 2
assert log.indexOf('rehearse-engine-1.2.0.crate  sent') < log.indexOf('rehearse-cli-1.2.0.crate  sent')

// Killed when the second crate was announced: the first is not sent again.
assert log.count('Killed after record 4 of the journal') >= 1
assert log.count('rehearse-engine-1.2.0.crate  already published') == 1
assert log.count('rehearse-cli-1.2.0.crate  sent') == 2

assert log.count('Checked, not rehearsed: ') == 1
assert log.contains('no-such-cargo')
assert log.contains('the connection unanswered')

assert !new File(basedir, '.release-sync').exists()
assert new File(basedir, 'target/release-sync/rehearsal').isDirectory()
assert !log.contains('@threadSafe')
