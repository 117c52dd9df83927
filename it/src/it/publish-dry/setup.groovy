import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

evaluate(new File(basedir, '../../../src/repository.groovy'))

// What release-sync:package would have built.
def dist = new File(basedir, 'target/release-sync/dist')
dist.mkdirs()
def info = 'publish_dry-1.2.0.dist-info'
def files = [
  'publish_dry.py': '',
  ("$info/METADATA".toString()): 'Metadata-Version: 2.1\nName: publish-dry\nVersion: 1.2.0\n',
  ("$info/WHEEL".toString()): 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  ("$info/RECORD".toString()): "publish_dry.py,,\n$info/METADATA,,\n$info/WHEEL,,\n$info/RECORD,,\n".toString()
]
new ZipOutputStream(new File(dist, 'publish_dry-1.2.0-py3-none-any.whl').newOutputStream()).withCloseable { zip ->
  files.each { name, text ->
    zip.putNextEntry(new ZipEntry(name))
    zip.write(text.getBytes('UTF-8'))
  }
}
return true
