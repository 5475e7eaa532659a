package dev.rondo.processor.declared;

import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.Training;
import dev.rondo.data.Audio;
import dev.rondo.data.Calendar;
import dev.rondo.data.Category;
import dev.rondo.data.Characters;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Future;
import dev.rondo.data.Image;
import dev.rondo.data.MaxLength;
import dev.rondo.data.Missing;
import dev.rondo.data.Scale;
import dev.rondo.data.Series;
import dev.rondo.data.StoredAs;
import dev.rondo.data.Text;
import dev.rondo.data.TimeAxis;
import dev.rondo.data.Vector;
import dev.rondo.data.Window;
import dev.rondo.layer.Attention;
import dev.rondo.layer.BatchNorm;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Crf;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.LayerNorm;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Recurrent;
import dev.rondo.task.AnomalyScore;
import dev.rondo.task.Ctc;
import dev.rondo.task.EncoderDecoder;
import dev.rondo.task.Forecast;
import dev.rondo.task.LanguageModel;
import dev.rondo.task.Loss;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The annotations that make up the language. */
public final class Language {
  private static final Map<String, Class<? extends Annotation>> ANNOTATIONS =
      List.of(
              SequenceModel.class,
              Training.class,
              Shared.class,
              StoredAs.class,
              Text.class,
              Series.class,
              Vector.class,
              Category.class,
              Scale.class,
              Audio.class,
              Image.class,
              Calendar.class,
              Elapsed.class,
              Missing.class,
              Window.class,
              TimeAxis.class,
              Future.class,
              Characters.class,
              MaxLength.class,
              Embedding.class,
              Recurrent.class,
              LSTM.class,
              GRU.class,
              Convolution.class,
              Dense.class,
              Crf.class,
              Dropout.class,
              LayerNorm.class,
              BatchNorm.class,
              Pool.class,
              Attention.class,
              LanguageModel.class,
              Forecast.class,
              AnomalyScore.class,
              EncoderDecoder.class,
              Ctc.class,
              Loss.class)
          .stream()
          .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

  private Language() {}

  /** Returns the annotation of that qualified name, if it belongs to the language. */
  public static Optional<Class<? extends Annotation>> annotation(String qualifiedName) {
    return Optional.ofNullable(ANNOTATIONS.get(qualifiedName));
  }

  /** Returns the qualified names of all. */
  public static Set<String> names() {
    return ANNOTATIONS.keySet();
  }

  /** Returns the name as users write it: {@code @LSTM}. */
  public static String nameOf(Class<? extends Annotation> annotation) {
    return "@" + annotation.getSimpleName();
  }
}
