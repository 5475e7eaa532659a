package dev.rondo.samples.anomaly;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import dev.rondo.runtime.series.LabelledWindow;
import dev.rondo.samples.common.SampleFailure;
import dev.rondo.samples.common.TimedValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where series are anomalous, as the Numenta Anomaly Benchmark writes it: a JSON object with the
 * name of each file and its windows, {@code {"folder/file.csv": [["first time", "last time"], …]}}.
 */
final class WindowsFile {
  private final Path file;
  private final Map<String, List<List<String>>> windows;

  private WindowsFile(Path file, Map<String, List<List<String>>> windows) {
    this.file = file;
    this.windows = windows;
  }

  /**
   * Reads a file.
   *
   * @throws SampleFailure if it cannot be read, or is another kind of file
   */
  static WindowsFile read(Path file) {
    try {
      Map<String, List<List<String>>> windows =
          new Gson()
              .fromJson(
                  Files.readString(file, StandardCharsets.UTF_8),
                  new TypeToken<Map<String, List<List<String>>>>() {}.getType());
      if (windows != null) {
        return new WindowsFile(file, windows);
      }
    } catch (IOException e) {
      throw SampleFailure.of("--windows: \"" + file + "\" cannot be read: " + e.getMessage());
    } catch (JsonParseException e) {
      // the message below says it all
    }
    throw SampleFailure.of(
        "--windows: \"%s\" has no object of files and their windows, like {\"a.csv\": [[\"2024-05-01 12:00:00\", \"2024-05-01 18:00:00\"]]}"
            .formatted(file));
  }

  /**
   * Returns the windows of a series, as places in it.
   *
   * @param data whose name, with or without a folder, is in the file
   * @throws SampleFailure if it is not, or a window is none
   */
  List<LabelledWindow> of(Path data, List<TimedValue> rows) {
    String name = String.valueOf(data.getFileName());
    List<List<String>> marked =
        windows.entrySet().stream()
            .filter(e -> e.getKey().equals(name) || e.getKey().endsWith("/" + name))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(
                () -> SampleFailure.of("--windows: \"%s\" has no \"%s\"".formatted(file, name)));
    List<LabelledWindow> found = new ArrayList<>();
    for (List<String> window : marked) {
      if (window.size() != 2) {
        throw wrong(name, window);
      }
      LocalDateTime from = time(window.get(0), name, window);
      LocalDateTime to = time(window.get(1), name, window);
      int first = -1;
      int last = -1;
      for (int t = 0; t < rows.size(); t++) {
        if (!rows.get(t).at().isBefore(from) && !rows.get(t).at().isAfter(to)) {
          first = first < 0 ? t : first;
          last = t;
        }
      }
      if (first < 0) {
        throw wrong(name, window);
      }
      found.add(new LabelledWindow(first, last));
    }
    found.sort(Comparator.comparingInt(LabelledWindow::first));
    return found;
  }

  private LocalDateTime time(String text, String name, List<String> window) {
    try {
      return LocalDateTime.parse(text.replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw wrong(name, window);
    }
  }

  private SampleFailure wrong(String name, List<String> window) {
    return SampleFailure.of(
        "--windows: \"%s\", \"%s\": found %s, expected the times of the first and the last row of a window"
            .formatted(file, name, window));
  }
}
