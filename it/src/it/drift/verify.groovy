def check = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/release-sync/check.json'))
def log = new File(basedir, 'build.log').getText('UTF-8')

assert check.verdict == 'out-of-sync'
def finding = check.findings.find { it.rule == 'RS106' }
assert finding.severity == 'error'
assert finding.file == 'pyproject.toml'
assert finding.line == 3
assert finding.column == 12
assert finding.message.contains('1.1.0') && finding.message.contains('1.2.0')
assert finding.help

assert log.contains('RS106')
assert log.contains('pyproject.toml:3:12')
assert log.contains('Out of sync: mvn release-sync:sync fixes ')
// A finding is a failure of the repository, not an error of the plugin.
assert log.contains('MojoFailureException')
assert !log.contains('MojoExecutionException')
assert !log.contains('\tat io.github.releasesync')
