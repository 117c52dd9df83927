def git = evaluate(new File(basedir, '../../../src/git.groovy'))

// The tagged tree says one version everywhere, each in its own spelling.
assert git('show', 'v1.2.0:pom.xml').contains('<version>1.2.0</version>')
assert git('show', 'v1.2.0:Cargo.toml').contains('version = "1.2.0" # follows the pom')
assert git('show', 'v1.2.0:Cargo.lock').contains('version = "1.2.0"')
assert git('show', 'v1.2.0:pyproject.toml').contains('version = "1.2.0"')

// So does what is developed next.
assert new File(basedir, 'pom.xml').text.contains('<version>1.2.1-SNAPSHOT</version>')
assert new File(basedir, 'Cargo.toml').text.contains('version = "1.2.1-dev.0"')
assert new File(basedir, 'Cargo.lock').text.contains('version = "1.2.1-dev.0"')
assert new File(basedir, 'pyproject.toml').text.contains('version = "1.2.1.dev0"')

// The versions came from the commits, and the build says so.
assert new File(basedir, 'build.log').text.contains('release-sync: 1.2.0 for group org.example:engine-jar: 1 feature since v1.1.0')
