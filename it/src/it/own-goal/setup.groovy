evaluate(new File(basedir, '../../../src/repository.groovy'))
// Behind the commit, and ignored: the repository is the consumer's, not the plugin's.
new File(basedir, '.gitignore') << 'plugin/\n'
def example = new File(basedir, '../../../../examples/own-goal').canonicalFile
example.traverse(type: groovy.io.FileType.FILES, preDir: { it.name == 'target' ? groovy.io.FileVisitResult.SKIP_SUBTREE : null }) { file ->
  def copy = new File(basedir, 'plugin/' + example.toPath().relativize(file.toPath()))
  copy.parentFile.mkdirs()
  copy.bytes = file.bytes
}
return true
