// The newest JDK of this machine: the one that RONDO_NEWER_JDK names, or one in the folders where
// JDKs usually are. Without one that is newer than 17 this project is left out.

def feature = { File home ->
    def release = new File(home, 'release')
    def version = release.file ? (release.getText('UTF-8') =~ /(?m)^JAVA_VERSION="(\d+)/) : null
    version?.find() && new File(home, 'bin').list().any { it ==~ /javac(\.exe)?/ }
        ? version.group(1) as int : 0
}

def named = System.getenv('RONDO_NEWER_JDK')
def homes
if (named) {
    homes = [new File(named)]
    assert feature(homes[0]) > 17: "RONDO_NEWER_JDK is $named, but that is no JDK newer than 17"
} else {
    def user = System.getProperty('user.home')
    def folders = [new File(System.getProperty('java.home')).parent, '/usr/lib/jvm', '/opt/java',
        '/Library/Java/JavaVirtualMachines', 'C:\\Program Files\\Java',
        'C:\\Program Files\\Eclipse Adoptium', "$user/.jdks", "$user/.sdkman/candidates/java"]
    homes = folders.collectMany { new File(it.toString()).listFiles()?.toList() ?: [] }
        .collectMany { [it, new File(it, 'Contents/Home')] }
}

def newest = homes.max(feature)
if (newest == null || feature(newest) <= 17) {
    println 'no JDK newer than 17: set RONDO_NEWER_JDK to the folder of one'
    return false
}
println "JDK ${feature(newest)}: $newest"
// Maven takes the system properties of this file
def properties = new Properties()
properties.setProperty('newer.jdk', newest.absolutePath)
properties.setProperty('newer.release', feature(newest).toString())
new File(basedir, 'test.properties').withOutputStream { properties.store(it, null) }
return true
