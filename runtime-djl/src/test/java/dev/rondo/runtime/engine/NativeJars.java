package dev.rondo.runtime.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folders that look inside like the jars of DJL's PyTorch engine, with a few bytes for a library.
 */
final class NativeJars {
  static final Platform LINUX = new Platform("linux-x86_64");
  static final String VERSION = "2.7.1-20250812";
  static final String LIBRARY = "libtorch_cpu.so";

  private final Path root;
  private final List<URL> jars = new ArrayList<>();

  /**
   * Creates the jars of the engine and of the code that calls the natives, for DJL 1.2.3.
   *
   * @param jniVersion of the latter
   */
  NativeJars(Path root, String jniVersion) throws IOException {
    this.root = root;
    Path engine = jar("engine");
    write(engine, "pytorch-engine.properties", "djl_version=1.2.3\npytorch_version=2.7.1\n");
    Path jni = jar("jni");
    write(jni, "jnilib/pytorch.properties", "jni_version=" + jniVersion);
    write(jni, "jnilib/linux-x86_64/cpu/" + System.mapLibraryName("djl_torch"), "jni");
  }

  static NativeJars fitting(Path root) throws IOException {
    return new NativeJars(root, "2.7.1-1.2.3");
  }

  /** Adds natives. */
  NativeJars natives(String flavor, String platform) throws IOException {
    Path jar = jar(flavor + platform);
    write(
        jar,
        "native/lib/pytorch.properties",
        "version=%s\nflavor=%s\nclassifier=%s\nlibraries=libc10.so,%s"
            .formatted(VERSION, flavor, platform, LIBRARY));
    write(jar, "pytorch/%s/%s/libc10.so".formatted(flavor, platform), "c10");
    write(jar, "pytorch/%s/%s/%s".formatted(flavor, platform, LIBRARY), "torch");
    return this;
  }

  /** Adds the jar that has no classifier. */
  NativeJars placeholder() throws IOException {
    write(jar("none"), "native/lib/pytorch.properties", "placeholder=true\nversion=2.7.1\n");
    return this;
  }

  Optional<NativeFiles> find() {
    // closed with the test's process: what is found is read from it later
    ClassLoader loader =
        new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    try {
      return NativeFiles.find(loader, LINUX);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path jar(String name) throws IOException {
    Path folder = Files.createDirectory(root.resolve(name));
    jars.add(folder.toUri().toURL());
    return folder;
  }

  private static void write(Path jar, String name, String content) throws IOException {
    Path file = jar.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
