package dev.rondo.runtime.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * PyTorch's native libraries for the CPU of a machine, as they lie in jars on the class path.
 *
 * @param folder the name of the folder, below its cache, in which DJL looks for them unpacked
 * @param libraries the library of each file name in that folder
 */
record NativeFiles(String folder, Map<String, Library> libraries) {
  private static final String DESCRIPTION = "native/lib/pytorch.properties";

  /**
   * One library in a jar.
   *
   * @param size in bytes; -1 if it is not known
   */
  record Library(URL url, long size) {
    InputStream open() throws IOException {
      return NativeFiles.open(url).getInputStream();
    }
  }

  NativeFiles {
    libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
  }

  /** Returns the bytes of all, as far as they are known. */
  long size() {
    return libraries.values().stream().mapToLong(library -> Math.max(0, library.size())).sum();
  }

  /**
   * Looks for them.
   *
   * @return empty if the class path has natives for GPUs: DJL knows which of them to take
   * @throws EngineStartException if there are none for this machine, saying which dependency brings
   *     them, or if the versions of the jars do not belong together
   */
  static Optional<NativeFiles> find(ClassLoader loader, Platform platform) throws IOException {
    List<Properties> fitting = new ArrayList<>();
    TreeSet<String> others = new TreeSet<>();
    for (URL url : Collections.list(loader.getResources(DESCRIPTION))) {
      Properties description = read(url);
      String classifier = description.getProperty("classifier", "");
      if (description.containsKey("placeholder")) {
        continue; // the jar without a classifier, which holds nothing else
      }
      if (classifier.equals(platform.classifier())) {
        fitting.add(description);
      } else {
        others.add(classifier);
      }
    }
    if (fitting.isEmpty()) {
      throw new EngineStartException(missing(loader, platform, others), null);
    }
    return fitting.stream().allMatch(found -> "cpu".equals(found.getProperty("flavor")))
        ? Optional.of(of(loader, platform, fitting.get(0)))
        : Optional.empty();
  }

  private static String missing(ClassLoader loader, Platform platform, TreeSet<String> others)
      throws IOException {
    if (!platform.supported()) {
      return "there are native libraries of it for %s, but none for this machine, %s."
          .formatted(Platform.allSupported(), platform);
    }
    return ("its native libraries for this machine, %1$s, are not on the class path; found %2$s."
            + " Add the dependency ai.djl.pytorch:pytorch-native-cpu:%3$s with the classifier"
            + " %1$s. To have other ones fetched from the network, name them by the environment"
            + " variable PYTORCH_FLAVOR: cu128 for CUDA GPUs.")
        .formatted(
            platform,
            others.isEmpty() ? "none" : "those for " + String.join(", ", others),
            engine(loader, "pytorch_version"));
  }

  private static NativeFiles of(ClassLoader loader, Platform platform, Properties description)
      throws IOException {
    String version = description.getProperty("version", "");
    String djl = engine(loader, "djl_version");
    String fits = version.split("-", 2)[0] + "-" + djl;
    String found = read(resource(loader, "jnilib/pytorch.properties")).getProperty("jni_version");
    if (!fits.equals(found)) {
      throw new EngineStartException(
          ("ai.djl.pytorch:pytorch-jni has version %s on the class path, but pytorch-native-cpu %s"
               + " and pytorch-engine %s need %s. Let rondo-runtime-djl decide about the versions"
               + " of all three, or about none.")
              .formatted(found, version.split("-", 2)[0], djl, fits),
          null);
    }
    Map<String, Library> libraries = new LinkedHashMap<>();
    for (String name : description.getProperty("libraries", "").split(",", -1)) {
      libraries.put(name, library(loader, "pytorch/cpu/" + platform + "/" + name));
    }
    String jni = System.mapLibraryName("djl_torch");
    // with DJL's version before its name it can lie beside that of another DJL
    libraries.put(djl + "-" + jni, library(loader, "jnilib/" + platform + "/cpu/" + jni));
    return new NativeFiles(version + "-cpu-" + platform, libraries);
  }

  private static Library library(ClassLoader loader, String name) throws IOException {
    URL url = resource(loader, name);
    URLConnection connection = open(url);
    InputStream in = connection.getInputStream();
    long size = connection.getContentLengthLong();
    in.close();
    return new Library(url, size);
  }

  private static String engine(ClassLoader loader, String key) throws IOException {
    return read(resource(loader, "pytorch-engine.properties")).getProperty(key, "");
  }

  private static URL resource(ClassLoader loader, String name) {
    URL url = loader.getResource(name);
    if (url == null) {
      throw new EngineStartException(
          "%s is not on the class path. It belongs to one of the jars of ai.djl.pytorch, all of which"
                  .formatted(name)
              + " rondo-runtime-djl brings.",
          null);
    }
    return url;
  }

  private static Properties read(URL url) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = open(url).getInputStream()) {
      properties.load(in);
    }
    return properties;
  }

  /** A cached connection would keep the jar open as long as the process. */
  private static URLConnection open(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection;
  }
}
