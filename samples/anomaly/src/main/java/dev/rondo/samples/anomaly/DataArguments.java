package dev.rondo.samples.anomaly;

import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.SampleFailure;
import dev.rondo.samples.common.SeriesFile;
import dev.rondo.samples.common.TimedValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what is watched. */
final class DataArguments {
  @Option(
      names = "--log",
      description = "Watch the log of the server that is simulated, in place of its metrics.")
  private boolean log;

  @Option(
      names = "--weeks",
      paramLabel = "N",
      converter = CountConverter.class,
      description =
          "Simulate N weeks to learn from, as many ordinary and as many watched; 8 by default.")
  private @Nullable Integer weeks;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Watch the series in each FILE (.csv with a header).")
  private List<Path> data = new ArrayList<>();

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      description = "The column of the times; timestamp by default.")
  private @Nullable String time;

  @Option(
      names = "--value",
      paramLabel = "COLUMN",
      description = "The column that is watched; value by default.")
  private @Nullable String value;

  @Option(
      names = "--windows",
      paramLabel = "FILE",
      description =
          "Where the series are anomalous: JSON, as the Numenta Anomaly Benchmark has it.")
  private @Nullable Path windows;

  @Option(
      names = "--rows",
      paramLabel = "POLICY",
      converter = RowsConverter.class,
      description =
          "Rows with equal times or out of order: keep them (the default), or sort them and keep"
              + " the first of each time.")
  private @Nullable RowPolicy rows;

  /**
   * Checks that the options fit together.
   *
   * @throws SampleFailure if not
   */
  void check(ModelArguments model) {
    for (Path file : data) {
      ModelArguments.checkReadable("--data", file);
    }
    if (windows != null) {
      ModelArguments.checkReadable("--windows", windows);
    }
    if (data.isEmpty() && (time != null || value != null || windows != null || rows != null)) {
      throw SampleFailure.usage(
          "--time, --value, --windows and --rows go with --data: they say how FILE is read.");
    }
    if (!data.isEmpty() && (log || weeks != null)) {
      throw SampleFailure.usage(
          "--log and --weeks are about the server that is simulated, but --data brings your own"
              + " series. Leave one of them out.");
    }
    if (data.size() > 1 && (model.save().isPresent() || model.load().isPresent())) {
      throw SampleFailure.usage(
          "--save and --load are about one model, but each FILE has its own. Give one FILE.");
    }
  }

  boolean log() {
    return log;
  }

  int weeks() {
    return weeks == null ? 8 : weeks;
  }

  List<Path> data() {
    return data;
  }

  Optional<Path> windows() {
    return Optional.ofNullable(windows);
  }

  RowPolicy rows() {
    return rows == null ? RowPolicy.KEEP : rows;
  }

  List<TimedValue> read(Path file) {
    return SeriesFile.read(
        file, time == null ? "timestamp" : time, value == null ? "value" : value);
  }

  private static final class CountConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      try {
        int count = Integer.parseInt(text);
        if (count > 1 && count <= 520) {
          return count;
        }
      } catch (NumberFormatException e) {
        // the message below says it all
      }
      throw new TypeConversionException(
          "found \"" + text + "\", expected a whole number from 2 to 520");
    }
  }

  private static final class RowsConverter implements ITypeConverter<RowPolicy> {
    @Override
    public RowPolicy convert(String text) {
      for (RowPolicy policy : RowPolicy.values()) {
        if (policy.name().toLowerCase(Locale.ROOT).equals(text)) {
          return policy;
        }
      }
      throw new TypeConversionException("found \"" + text + "\", expected keep or sort");
    }
  }
}
