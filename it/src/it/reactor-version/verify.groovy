def log = new File(basedir, 'build.log').getText('UTF-8')
def said = 'RS116'
def builds = log.split('BUILD SUCCESS|BUILD FAILURE')
assert !builds[0].contains(said)
assert builds[1].contains("warning[$said]")
assert builds[1].contains('this Maven build gives version 9.9.9 to maven:com.example:engine-java, but the tree states 1.2.0')
assert builds[3].contains("error[$said]")
