package dev.rondo.processor.plan.input;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Feature;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.Names;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.RuntimeTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The constants of a predictor that describe how its typed inputs are read: one for each record,
 * then one for each input. The trainer, which learns what they leave open, reads them too.
 */
public final class Descriptions {
  private final ClassName predictor;
  private final FeatureCode features;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<Input> inputs = new ArrayList<>();

  /**
   * Names the constants.
   *
   * @param inputs all inputs of the model
   * @param fields names of the predictor's codecs: some are constants already, in capitals or of a
   *     script that has none
   * @param hidden simple names that mean something else in generated code
   */
  public Descriptions(
      ClassName predictor, List<Input> inputs, Set<String> fields, List<String> hidden) {
    this.predictor = predictor;
    Set<String> taken = new HashSet<>(fields);
    Map<Feature.Components, String> records = new LinkedHashMap<>();
    for (Input input : inputs) {
      if (!(input.codec() instanceof Codec.OfTokens)) {
        this.inputs.add(input);
        value(input.codec()).ifPresent(value -> FeatureCode.collect(value, records, taken));
      }
    }
    for (Input input : this.inputs) {
      String wanted = Names.constant(input.name());
      names.put(
          input.name(), Code.free(taken.contains(wanted) ? wanted + "_INPUT" : wanted, taken));
    }
    this.features = new FeatureCode(new ValueTypes(hidden), records);
  }

  private static Optional<Feature> value(Codec codec) {
    if (codec instanceof Codec.Sequence sequence) {
      return Optional.of(sequence.step());
    }
    return codec instanceof Codec.Single single ? Optional.of(single.value()) : Optional.empty();
  }

  ValueTypes types() {
    return features.types();
  }

  /** Returns what the trainer calls the description of an input by. */
  CodeBlock ofTrainer(String input) {
    return CodeBlock.of("$T.$N", predictor, name(input));
  }

  /** Returns what the predictor calls the description of an input by. */
  String name(String input) {
    return String.valueOf(names.get(input));
  }

  /** Returns the constants of the predictor. */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    features
        .constants()
        .forEach(
            (record, name) ->
                fields.add(
                    field(
                        Code.generic(
                            RuntimeTypes.RECORD_FEATURES, features.types().type(record.type())),
                        name,
                        Access.PRIVATE,
                        features.record(record))));
    for (Input input : inputs) {
      fields.add(
          field(
              type(input.codec()),
              name(input.name()),
              Access.PACKAGE,
              description(input.name(), input.codec())));
    }
    return fields;
  }

  private static Field field(TypeName type, String name, Access access, CodeBlock value) {
    return new Field(type, name, access, true, true, Optional.of(value));
  }

  private TypeName type(Codec codec) {
    if (codec instanceof Codec.Sequence sequence) {
      return of(RuntimeTypes.SEQUENCE_CODEC, sequence.step(), "Description");
    }
    if (codec instanceof Codec.Single single) {
      return of(RuntimeTypes.VECTOR_CODEC, single.value(), "Description");
    }
    if (codec instanceof Codec.Spelled spelled) {
      return Code.generic(
          RuntimeTypes.SPELLED_CODEC.nestedClass("Description"), SpelledCode.read(spelled));
    }
    if (codec instanceof Codec.Pictures pictures) {
      return Code.generic(
          RuntimeTypes.PICTURE_CODEC.nestedClass("Description"), ValueTypes.picture(pictures));
    }
    return codecClass(codec).nestedClass("Description");
  }

  private TypeName of(ClassName codec, Feature value, String nested) {
    return Code.generic(codec.nestedClass(nested), types().of(value));
  }

  static ClassName codecClass(Codec codec) {
    if (codec instanceof Codec.Sequence) {
      return RuntimeTypes.SEQUENCE_CODEC;
    }
    if (codec instanceof Codec.Spelled) {
      return RuntimeTypes.SPELLED_CODEC;
    }
    if (codec instanceof Codec.Series) {
      return RuntimeTypes.SERIES_CODEC;
    }
    if (codec instanceof Codec.Sound) {
      return RuntimeTypes.AUDIO_CODEC;
    }
    if (codec instanceof Codec.Pictures) {
      return RuntimeTypes.PICTURE_CODEC;
    }
    return codec instanceof Codec.Matrix ? RuntimeTypes.MATRIX_CODEC : RuntimeTypes.VECTOR_CODEC;
  }

  /** Returns the type of a codec, or of what is nested in it. */
  TypeName typeOf(Codec codec, Optional<String> nested) {
    ClassName type =
        nested.map(name -> codecClass(codec).nestedClass(name)).orElse(codecClass(codec));
    if (codec instanceof Codec.Spelled spelled) {
      return Code.generic(type, SpelledCode.read(spelled));
    }
    if (codec instanceof Codec.Pictures pictures) {
      return Code.generic(type, ValueTypes.picture(pictures));
    }
    return value(codec).<TypeName>map(value -> Code.generic(type, types().of(value))).orElse(type);
  }

  private CodeBlock description(String input, Codec codec) {
    if (codec instanceof Codec.Spelled spelled) {
      return SpelledCode.description(input, spelled);
    }
    if (codec instanceof Codec.Sound sound) {
      return SoundCode.description(input, sound);
    }
    if (codec instanceof Codec.Pictures pictures) {
      return PicturesCode.description(input, pictures);
    }
    if (codec instanceof Codec.Series series) {
      return with(
          CodeBlock.of("$T.of($S)", RuntimeTypes.SERIES_CODEC, input),
          series.missing(),
          series.scaling());
    }
    if (codec instanceof Codec.Matrix matrix) {
      CodeBlock plain =
          matrix
              .width()
              .map(
                  width ->
                      CodeBlock.of(
                          "$T.of($S, $L)", RuntimeTypes.MATRIX_CODEC, input, Code.number(width)))
              .orElse(CodeBlock.of("$T.of($S)", RuntimeTypes.MATRIX_CODEC, input));
      return with(plain, matrix.missing(), matrix.scaling());
    }
    return CodeBlock.of(
        "$T.of($S, $L)", codecClass(codec), input, features.value(value(codec).orElseThrow()));
  }

  private static CodeBlock with(CodeBlock plain, Optional<Fill> fill, Scaling scaling) {
    CodeBlock.Builder code = plain.toBuilder();
    fill.ifPresent(how -> code.add(".missing($L)", Code.constant(how)));
    if (scaling != Scaling.STANDARD) {
      code.add(".scaled($L)", Code.constant(scaling));
    }
    return code.build();
  }
}
