package dev.rondo.processor.write;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that uses a model with errors adds none of its own. */
class StubTest {
  private static final JavaFileObject MOOD = source("Mood", "enum Mood { BAD, GOOD }");

  private static final JavaFileObject USE =
      source(
          "Use",
          """
          import dev.rondo.Prediction;
          import dev.rondo.runtime.engine.Device;
          import dev.rondo.runtime.train.Evaluation;
          import java.io.InputStream;
          import java.nio.file.Path;
          import java.util.List;

          class Use {
            Mood use(Path file, InputStream stream) {
              List<ModelExample> examples = ModelExample.read(file);
              ModelExample example = new ModelExample("fine", Mood.GOOD);
              String text = example.text();
              Mood expected = example.expected();
              ModelTrainer trainer =
                  ModelTrainer.create().epochs(3).textVocabulary(9).textMinFrequency(2).dropout(0.1);
              try (ModelPredictor model = trainer.validateOn(ModelExample.stream(file)).fit(examples)) {
                Prediction<Mood> scored = model.predictScored(text);
                List<Mood> all = model.predictAll(List.of(text));
                List<Prediction<Mood>> allScored = model.predictAllScored(List.of(text));
                Evaluation evaluation = model.evaluate(examples);
                ModelSession session = model.session();
                Mood next = session.next(text);
                Prediction<Mood> nextScored = session.copy().nextScored(text);
                ModelSession restored = model.session(session.toBytes());
                restored.reset();
                model.save(file);
              }
              Model served = ModelPredictor.load(stream, Device.cpu());
              Model other = ModelPredictor.load(file);
              return served.predict(text);
            }
          }
          """);

  private static final JavaFileObject USE_OF_WRITER =
      source(
          "Use",
          """
          import dev.rondo.runtime.decode.Sampling;
          import dev.rondo.runtime.engine.Device;
          import dev.rondo.runtime.train.TextEvaluation;
          import dev.rondo.runtime.train.TrainingHistory;
          import java.io.InputStream;
          import java.nio.file.Path;
          import java.util.List;
          import java.util.stream.Stream;

          class Use {
            String use(Path file, InputStream stream) {
              ModelTrainer trainer =
                  ModelTrainer.create().epochs(3).truncateAfter(20).openingVocabulary(9)
                      .openingMinFrequency(2).dropout(0.1).validateOnLast(0.1)
                      .observer(model -> model.write("a"));
              try (ModelPredictor model = trainer.validateOn(file).fit(file, file)) {
                String text = model.write("a", Sampling.greedy());
                Stream<String> pieces = model.writeStream(text, Sampling.atRandom());
                double perplexity = model.perplexity(List.of(text));
                TextEvaluation one = model.evaluate(List.of(text));
                TextEvaluation other = model.evaluate(file, file);
                TrainingHistory history = model.history();
                model.save(file);
              }
              Model served = ModelPredictor.load(stream, Device.cpu());
              Model other = ModelPredictor.load(file);
              return served.write(other.write(""));
            }
          }
          """);

  private static final JavaFileObject USE_OF_TRANSLATOR =
      source(
          "Use",
          """
          import dev.rondo.runtime.decode.Decoding;
          import dev.rondo.runtime.decode.Translation;
          import dev.rondo.runtime.train.TranslationEvaluation;
          import java.io.InputStream;
          import java.nio.file.Path;
          import java.util.List;

          class Use {
            Model use(Path file, InputStream stream) {
              List<ModelExample> examples = ModelExample.read(file);
              String expected = new ModelExample("a", "b").sentence() + examples.get(0).expected();
              ModelTrainer trainer =
                  ModelTrainer.create()
                      .sentenceVocabulary(9)
                      .sentenceMinFrequency(2)
                      .expectedVocabulary(9)
                      .expectedMinFrequency(2)
                      .dropout(0.1);
              try (ModelPredictor model = trainer.validateOn(examples).fit(examples)) {
                List<String> texts = List.of(model.translate("a"), model.translate("a", Decoding.greedy()));
                Translation scored = model.translateScored("a");
                scored = model.translateScored("a", Decoding.beam(3).best(2));
                texts = model.translateAll(texts);
                texts = model.translateAll(texts, Decoding.greedy());
                List<Translation> all = model.translateAllScored(texts);
                all = model.translateAllScored(texts, Decoding.greedy());
                TranslationEvaluation evaluation = model.evaluate(examples);
                evaluation = model.evaluate(examples, Decoding.greedy());
                model.save(file);
              }
              return ModelPredictor.load(stream);
            }
          }
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Embedding(size = 0) @LSTM(units = 4) @Dropout(0.5) @Dense",
        "@Embedding(size = 4) @LSTM(units = 4) @Dropout(1.5) @Dense",
        "@LSTM(units = 4) @Dropout(0.5) @Dense",
        "@Embedding(size = 4) @LSTM(units = 4) @Dropout(0.5)",
        "@Embedding(size = 4) @LSTM(units = {}) @Dropout(0.5) @Dense(units = 3)",
      })
  void wrongLayersAreTheOnlyErrors(String layers) {
    onlyOurErrors(MOOD, model(layers, "Mood predict(String text);"), USE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Embedding(size = 0) @LSTM(units = 4) @Dropout(0.5) @Dense",
        "@Embedding(size = 4) @LSTM(units = 4) @Dropout(1.5) @Dense",
        "@LSTM(units = 4) @Dropout(0.5) @Dense",
        "@Embedding(size = 4) @LSTM(units = 4) @Dropout(0.5)",
        "@Embedding(size = 4) @Dropout(0.5) @Dense",
        "@Embedding(size = 4) @LSTM(units = {}) @Dropout(0.5) @Dense(units = 3)",
        "@Embedding(size = 4, tied = true) @LSTM(units = 5) @Dropout(0.5) @Dense",
        "@Embedding(size = 4) @LSTM(units = 4, direction = Direction.BACKWARD) @Dropout(0.5)"
            + " @Dense",
        "@Embedding(size = 4) @LSTM(units = 4) @Pool(Pooling.MEAN) @Dropout(0.5) @Dense",
      })
  void wrongLayersOfALanguageModelAreTheOnlyErrors(String layers) {
    onlyOurErrors(languageModel(layers, "String write(String opening);"), USE_OF_WRITER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int write(String opening);",
        "void write(String opening);",
        "String write(String opening, int more);",
        "String write(java.util.List<String> opening);",
        "String write(String opening); String other(String opening);",
        "<T> String write(String opening);",
        "default String write(String opening, dev.rondo.runtime.decode.Sampling sampling)"
            + " { return opening; } @dev.rondo.task.LanguageModel String write(String opening);",
      })
  void wrongMethodsOfALanguageModelAreTheOnlyErrors(String method) {
    onlyOurErrors(
        languageModel("@Embedding(size = 4) @LSTM(units = 4) @Dropout(0.5) @Dense", method),
        source(
            "Use",
            """
            import dev.rondo.runtime.decode.Sampling;
            import java.nio.file.Path;

            class Use {
              Model use(Path file) {
                try (ModelPredictor model = ModelTrainer.create().truncateAfter(9).fit(file)) {
                  String text = model.write("a", Sampling.greedy());
                  double perplexity = model.perplexity(java.util.List.of(text));
                  model.save(file);
                }
                return ModelPredictor.load(file);
              }
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "load",
        "save",
        "perplexity",
        "evaluate",
        "history",
        "close",
        "writeStream",
        "create",
        "fit"
      })
  void theMethodOfAWrongLanguageModelMayBeCalledLikeThoseOfItsStubs(String name) {
    onlyOurErrors(
        languageModel(
            "@Embedding(size = 0) @LSTM(units = 4) @Dense",
            "String " + name + "(String sampling);"),
        source(
            "Use",
            """
            import dev.rondo.runtime.decode.Sampling;

            class Use {
              String use(ModelPredictor model) {
                return model.NAME("a") + model.NAME("a", Sampling.greedy())
                    + model.NAMEStream("a", Sampling.greedy()).count();
              }
            }
            """
                .replace("NAME", name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Embedding(size = 0) @GRU(units = 4) @Dropout(0.5) @Dense",
        "@GRU(units = 4) @Dropout(0.5) @Dense",
        "@Embedding(size = 4) @GRU(units = 4) @Dropout(0.5)",
        "@Embedding(size = 4) @Dropout(0.5) @Dense",
        "@Embedding(size = 4) @GRU(units = 4, direction = Direction.BACKWARD) @Dropout(0.5) @Dense",
      })
  void wrongLayersOfATranslatorAreTheOnlyErrors(String decoder) {
    onlyOurErrors(
        model(
            "@Embedding(size = 4) @GRU(units = 4)",
            "@dev.rondo.task.EncoderDecoder " + decoder + " String translate(String sentence);"),
        USE_OF_TRANSLATOR);
  }

  private static void onlyOurErrors(JavaFileObject... sources) {
    Compilation compilation = Compilations.compile(List.of(sources));
    assertThat(compilation).failed();
    assertThat(
            compilation.errors().stream()
                .map(error -> error.getMessage(null))
                .filter(message -> !message.startsWith("[RONDO-")))
        .isEmpty();
  }

  @Test
  void aSecondAbstractMethodIsTheOnlyError() {
    Compilation compilation =
        Compilations.compile(
            List.of(
                MOOD,
                model(
                    "@Embedding(size = 4) @LSTM(units = 4) @Dense",
                    "Mood predict(String text); Mood predict(String text, int more);"),
                source(
                    "Use",
                    "class Use { Model model ="
                        + " ModelPredictor.load(java.nio.file.Path.of(\"x\")); }")));
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("[RONDO-");
  }

  @Test
  void aWrongModelWithScoresIsTheOnlyError() {
    Compilation compilation =
        Compilations.compile(
            List.of(
                MOOD,
                model(
                    "@Embedding(size = 0) @LSTM(units = 4) @Dense",
                    "dev.rondo.Prediction<Mood> predict(String... words);"),
                source(
                    "Use",
                    """
                    class Use {
                      java.util.List<dev.rondo.Prediction<Mood>> use(ModelPredictor model) {
                        return model.predictAll(java.util.List.of(new String[] {"a"}));
                      }
                    }
                    """)));
    assertThat(compilation).hadErrorCount(1);
  }

  private static JavaFileObject model(String layers, String method) {
    return source(
        "Model",
        "import dev.rondo.layer.*; @dev.rondo.SequenceModel "
            + layers
            + " interface Model { "
            + method
            + " }");
  }

  private static JavaFileObject languageModel(String layers, String method) {
    return model(layers, "@dev.rondo.task.LanguageModel " + method);
  }

  private static JavaFileObject source(String name, String text) {
    return JavaFileObjects.forSourceString("demo." + name, "package demo; " + text);
  }
}
