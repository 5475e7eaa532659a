package dev.rondo.samples.writer;

import dev.rondo.samples.common.SampleFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Java sources of Rondo, which the build puts beside this class: a folder of resources. */
final class RondoSources {
  private static final String FOLDER = "sources";

  private RondoSources() {}

  /**
   * Returns the sources, in the order of their names.
   *
   * @throws SampleFailure if the build left them out
   */
  static List<Path> files() throws IOException {
    return files(RondoSources.class.getResource(FOLDER));
  }

  /**
   * Returns the sources in a folder, in the order of their names.
   *
   * @param folder in the file system or in a jar file; null for none
   */
  static List<Path> files(@Nullable URL folder) throws IOException {
    if (folder == null) {
      throw SampleFailure.usage(
          "no --text, and the sources of Rondo are not at hand. Give a text by --text FILE.");
    }
    try (Stream<Path> files = Files.walk(path(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  private static Path path(URL folder) throws IOException {
    try {
      URI uri = folder.toURI();
      if (uri.getScheme().equals("jar")) {
        open(uri);
      }
      return Path.of(uri);
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** A jar file stays open until the process ends: its files are read again and again. */
  private static void open(URI jar) throws IOException {
    try {
      FileSystems.newFileSystem(jar, Map.of());
    } catch (FileSystemAlreadyExistsException e) {
      // opened before
      return;
    }
  }
}
