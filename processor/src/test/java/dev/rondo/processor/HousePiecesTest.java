package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Feature;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.shape.Shaping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every kind of layer, input, value and output has all its pieces: a source in {@code language/}
 * that is read, has a shape and is planned ({@code LanguageTest} runs the whole processor on each
 * and compiles what it wrote), and a row in the documentation.
 */
class HousePiecesTest {
  /** The rows of the pages, by what they document; each is a part of a line of a table. */
  private static final Map<Class<?>, String> ROWS =
      Map.ofEntries(
          Map.entry(Head.EnumClass.class, "| an enum | one of its constants |"),
          Map.entry(Head.SeenClass.class, "| one of the classes seen in training |"),
          Map.entry(Head.YesNo.class, "| `boolean` | yes or no |"),
          Map.entry(Head.Labels.class, "| `Set<E>` of an enum | labels"),
          Map.entry(Head.Number.class, "| `float`, `double` | a number |"),
          Map.entry(Head.Numbers.class, "| `@Vector(n) float[]`, `double[]` | n numbers |"),
          Map.entry(Head.Forecast.class, "| `@Forecast(horizon, of) float[]`, `double[]` |"),
          Map.entry(Head.Ordinary.class, "| `@AnomalyScore double` |"),
          Map.entry(Head.NextToken.class, "| `@LanguageModel String` |"),
          Map.entry(Head.Translated.class, "| `@EncoderDecoder String` |"),
          Map.entry(Head.Transcript.class, "| `@Ctc String` |"),
          Map.entry(Codec.Text.class, "| `String` | [text](text.md)"),
          Map.entry(Codec.TokenList.class, "| `List<String>`, `String[]` | given tokens"),
          Map.entry(Codec.Spelled.class, "| `@Characters` on these |"),
          Map.entry(Codec.Sequence.class, "| `List<Record>`, `Record[]`,"),
          Map.entry(Codec.Series.class, "| `@Series float[]`,"),
          Map.entry(Codec.Matrix.class, "| `float[][]`, `double[][]` | steps × features"),
          Map.entry(Codec.Sound.class, "| `AudioClip`, with `@Audio` or without |"),
          Map.entry(Codec.Pictures.class, "| `List<BufferedImage>`, `List<Path>`, with `@Image` |"),
          Map.entry(Codec.Single.class, "| a record | its components side by side"),
          Map.entry(Feature.Number.class, "| `byte`, `short`, `int`, `long`, `float`, `double`"),
          Map.entry(Feature.Flag.class, "| `boolean`, `Boolean` | 1 or 0 |"),
          Map.entry(Feature.Constant.class, "| an enum, `DayOfWeek` and `Month` too | one-hot"),
          Map.entry(Feature.Constants.class, "| `Set<E>` of an enum; in a record"),
          Map.entry(
              Feature.Category.class,
              "| `@Category` on `String`, `int`, `long`, their boxes or an enum"),
          Map.entry(Feature.Calendar.class, "| `Instant`, `ZonedDateTime`,"),
          Map.entry(Feature.Elapsed.class, "| `@Elapsed` on those with a date |"),
          Map.entry(Feature.Vector.class, "| `@Vector(n) float[]`, `double[]` | one vector"),
          Map.entry(Feature.Components.class, "| a record | its components side by side"),
          Map.entry(Layer.Embedding.class, "| `@Embedding` |"),
          Map.entry(Layer.Recurrent.class, "| `@Recurrent` |"),
          Map.entry(Layer.Convolution.class, "| `@Convolution` |"),
          Map.entry(Layer.PictureConvolution.class, "| `@Convolution` over pictures |"),
          Map.entry(Layer.BatchNorm.class, "| `@BatchNorm` |"),
          Map.entry(Layer.Dense.class, "| `@Dense` |"),
          Map.entry(Layer.Dropout.class, "| `@Dropout` |"),
          Map.entry(Layer.LayerNorm.class, "| `@LayerNorm` |"),
          Map.entry(Layer.Pool.class, "| `@Pool(MEAN, MAX, LAST)` |"),
          Map.entry(Layer.Crf.class, "| `@Crf` |"),
          Map.entry(Layer.Attention.class, "| `@Attention` |"),
          Map.entry(Layer.Join.class, "| `join of a, b` |"),
          Map.entry(Layer.EachStep.class, "| `each step of a` |"),
          Map.entry(Layer.FinalState.class, "| `final state of @GRU(…)` |"));

  private static final JavaClasses PROCESSOR =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.rondo.processor");

  private static final List<Class<?>> KINDS =
      Stream.<Class<?>>of(Head.class, Codec.class, Feature.class, Layer.class)
          .flatMap(HousePiecesTest::records)
          .toList();

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(HousePiecesTest::records)
        : Stream.of(type);
  }

  @Test
  void everyKindIsInASourceOfTheLanguage() {
    Set<Class<?>> used = new HashSet<>();
    for (Path source : Sources.in("language")) {
      Shaping shaping = Probe.read(source);
      assertWithMessage("%s", source).that(shaping.misfits()).isEmpty();
      addKinds(shaping.graph(), used);
    }
    assertThat(used).containsExactlyElementsIn(KINDS);
  }

  private static void addKinds(ModelGraph graph, Set<Class<?>> used) {
    for (Node node : graph.nodes()) {
      used.add(node.layer().getClass());
    }
    for (Output output : graph.signature().outputs()) {
      used.add(output.head().getClass());
    }
    for (Input input : graph.signature().inputs()) {
      used.add(input.codec().getClass());
      if (input.codec() instanceof Codec.Sequence sequence) {
        addKinds(sequence.step(), used);
      } else if (input.codec() instanceof Codec.Single single) {
        addKinds(single.value(), used);
      }
    }
  }

  private static void addKinds(Feature feature, Set<Class<?>> used) {
    used.add(feature.getClass());
    if (feature instanceof Feature.Components record) {
      record.components().forEach(component -> addKinds(component.feature(), used));
    }
  }

  /** The list of decision 18, "What a new head touches". */
  @Test
  void nothingKnowsAHeadButWhatReadsItSizesItAndWritesItsCode() {
    assertThat(knowing(Head.Labels.class, "LabelsCode"))
        .containsExactly("HeadReader", "DenseShape", "HeadCode", "ColumnCodes");
    assertThat(knowing(Head.Number.class, "NumberCode"))
        .containsExactly("HeadReader", "HeadCode", "ColumnCodes", "Answers");
  }

  /** Returns the other classes of the processor that depend on a head or on its code. */
  private static Set<String> knowing(Class<?> head, String code) {
    Set<String> knowing = new TreeSet<>();
    for (JavaClass type : PROCESSOR) {
      boolean knows =
          type.getDirectDependenciesFromSelf().stream()
              .map(Dependency::getTargetClass)
              .anyMatch(known -> known.isEquivalentTo(head) || known.getSimpleName().equals(code));
      if (knows && !type.isEquivalentTo(head) && !type.getSimpleName().equals(code)) {
        knowing.add(outermost(type).getSimpleName());
      }
    }
    return knowing;
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(HousePiecesTest::outermost).orElse(type);
  }

  @Test
  void everyKindHasARowInTheDocumentation() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String page : List.of("data.md", "layers.md")) {
      // Maven runs the tests in the module's folder
      rows.addAll(Files.readAllLines(Path.of("../docs", page)));
    }
    assertThat(ROWS.keySet()).containsExactlyElementsIn(KINDS);
    ROWS.forEach(
        (kind, row) ->
            assertWithMessage("a row of %s: %s", kind, row)
                .that(rows.stream().anyMatch(line -> line.startsWith("|") && line.contains(row)))
                .isTrue());
  }
}
