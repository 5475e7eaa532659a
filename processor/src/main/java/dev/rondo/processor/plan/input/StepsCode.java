package dev.rondo.processor.plan.input;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Feature;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.ExampleValue;
import dev.rondo.processor.plan.code.JavaValue;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Setting;
import dev.rondo.processor.plan.code.Size;
import dev.rondo.processor.shape.Dim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The code for records, numbers, constants and times, alone or in sequences.
 *
 * @param name of the input
 * @param descriptions of all inputs of the model
 */
public record StepsCode(String name, Codec codec, Descriptions descriptions) implements InputCode {
  @Override
  public TypeName type() {
    return descriptions.types().of(codec);
  }

  @Override
  public String kind() {
    if (codec instanceof Codec.Sequence) {
      return "sequence";
    }
    if (codec instanceof Codec.Series) {
      return "series";
    }
    if (codec instanceof Codec.Sound) {
      return "sound";
    }
    if (codec instanceof Codec.Pictures) {
      return "pictures";
    }
    return codec instanceof Codec.Matrix ? "steps of numbers" : "vector";
  }

  @Override
  public String signature() {
    if (codec instanceof Codec.Sequence sequence) {
      return "steps of " + FeatureCode.words(sequence.step());
    }
    if (codec instanceof Codec.Series series) {
      return "series(" + series.scaling() + FeatureCode.fill(series.missing()) + ")";
    }
    if (codec instanceof Codec.Matrix matrix) {
      String width = matrix.width().map(size -> size + ", ").orElse("");
      return "matrix(" + width + matrix.scaling() + FeatureCode.fill(matrix.missing()) + ")";
    }
    if (codec instanceof Codec.Pictures pictures) {
      return PicturesCode.signature(pictures);
    }
    return codec instanceof Codec.Sound sound
        ? SoundCode.signature(sound)
        : FeatureCode.words(((Codec.Single) codec).value());
  }

  private boolean nullable() {
    return codec instanceof Codec.Single single
        && !type().isPrimitive()
        && mayBeMissing(single.value());
  }

  private static boolean mayBeMissing(Feature feature) {
    if (feature instanceof Feature.Number number) {
      return number.missing().isPresent() && !number.type().isOptional();
    }
    if (feature instanceof Feature.Flag flag) {
      return flag.missing().isPresent();
    }
    if (feature instanceof Feature.Constant constant) {
      return constant.missing().isPresent();
    }
    if (feature instanceof Feature.Constants constants) {
      return constants.missing().isPresent();
    }
    if (feature instanceof Feature.Vector vector) {
      return vector.missing().isPresent();
    }
    if (feature instanceof Feature.Calendar calendar) {
      return calendar.missing().isPresent();
    }
    return feature instanceof Feature.Category category && category.missing().isPresent();
  }

  private JavaValue javaValue() {
    return new JavaValue(type(), nullable());
  }

  @Override
  public ExampleValue inExample(String name, Names names) {
    String field = names.ofModel(name);
    return javaValue()
        .inExample(field, "the input {@code " + name + "}", names, CodeBlock.of("row.$N()", field));
  }

  @Override
  public CodecCode codec(String vocabulary) {
    TypeName type = descriptions.typeOf(codec, Optional.empty());
    return new CodecCode(
        type,
        CodeBlock.of(""),
        Optional.of(
            new CodecCode.Learned(
                descriptions.typeOf(codec, Optional.of("Learner")),
                CodeBlock.of("$L.learner()", descriptions.ofTrainer(name)),
                CodeBlock.of("build()"))),
        CodeBlock.of("$N::restore", descriptions.name(name)),
        true,
        // series, matrices and pictures are numbers, of which no enum tells how many
        type instanceof ParameterizedTypeName && !(codec instanceof Codec.Pictures)
            ? CodecCode.Renewal.RENEWED
            : CodecCode.Renewal.NONE);
  }

  @Override
  public List<Size> sizes(String input, String vocabulary) {
    List<Size> sizes = new ArrayList<>();
    // the source says how large pictures are
    if (codec.hasFeatures() && !(codec instanceof Codec.Pictures)) {
      sizes.add(
          new Size(
              new Dim.Width(input),
              input,
              input + "Width",
              CodeBlock.of("the number of features of {@code $L}", input),
              "width()"));
    }
    List<Feature.Symbol> symbols = codec.symbols();
    for (int i = 0; i < symbols.size(); i++) {
      String path = symbols.get(i).path();
      String port = path.isEmpty() ? input : input + "." + path;
      sizes.add(
          new Size(
              new Dim.Vocabulary(port),
              input,
              camel(port) + "Symbols",
              CodeBlock.of("the size of the vocabulary of {@code $L}", port),
              "symbols(" + i + ")"));
    }
    return sizes;
  }

  /** Returns a dotted name as an identifier: {@code readings.page} gives {@code readingsPage}. */
  private static String camel(String dotted) {
    StringBuilder name = new StringBuilder();
    for (String part : dotted.split("\\.", -1)) {
      name.append(name.length() == 0 ? part : Code.capital(part));
    }
    return name.toString();
  }

  @Override
  public List<Setting> settings(String vocabulary) {
    return codec instanceof Codec.Sound ? List.of(SoundCode.setting(name)) : List.of();
  }

  @Override
  public Encoded encoded() {
    return Encoded.STEPS;
  }

  @Override
  public CodeBlock checked(String parameter) {
    return value(CodeBlock.of("$N", parameter));
  }

  /** Symbols in an array of a primitive type are boxed: the codec reads objects. */
  @Override
  public CodeBlock value(CodeBlock value) {
    return codec instanceof Codec.Sequence
            && type() instanceof ArrayTypeName array
            && array.componentType().isPrimitive()
        ? CodeBlock.of("$T.stream($L).boxed().toList()", Arrays.class, value)
        : value;
  }

  @Override
  public CodeBlock steps(String codecField, CodeBlock value) {
    return CodeBlock.of("$N.encode($L)", codecField, value(value));
  }

  @Override
  public Optional<String> augmentation() {
    return codec instanceof Codec.Sound
        ? Optional.of(SoundCode.augmentation(name))
        : Optional.empty();
  }

  @Override
  public CodeBlock changedSteps(String codecField, CodeBlock value, String random) {
    return codec instanceof Codec.Sound
        ? CodeBlock.of(
            "$N.encode($L, $N, $N)", codecField, value, SoundCode.augmentation(name), random)
        : steps(codecField, value);
  }

  @Override
  public boolean isSequence() {
    return codec.isSequence();
  }

  @Override
  public TypeName stepType() {
    if (codec instanceof Codec.Sequence sequence) {
      return descriptions.types().of(sequence.step());
    }
    if (codec instanceof Codec.Series series) {
      return ValueTypes.number(series.element());
    }
    if (codec instanceof Codec.Pictures pictures) {
      return ValueTypes.picture(pictures);
    }
    TypeName number =
        codec instanceof Codec.Matrix matrix && matrix.doubles() ? TypeName.DOUBLE : TypeName.FLOAT;
    return codec instanceof Codec.Matrix ? ArrayTypeName.of(number) : type();
  }

  @Override
  public Optional<StepEncoding> stepEncoding() {
    if (codec instanceof Codec.Single || codec instanceof Codec.Sound) {
      return Optional.empty();
    }
    TypeName step = codec instanceof Codec.Series ? ClassName.get(Number.class) : stepType().box();
    boolean doubles = codec instanceof Codec.Matrix matrix && matrix.doubles();
    return Optional.of(
        new StepEncoding(
            Code.generic(RuntimeTypes.STEP_ENCODER, step),
            doubles ? "doubleStepEncoder()" : "stepEncoder()"));
  }

  @Override
  public CodeBlock shape(String codecField) {
    return CodeBlock.of(
        "$1T.$2L($3N.width(), $3N.columns())",
        RuntimeTypes.INPUT_SHAPE,
        isSequence() ? "steps" : "vector",
        codecField);
  }
}
