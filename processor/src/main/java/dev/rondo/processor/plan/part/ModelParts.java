package dev.rondo.processor.plan.part;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.CodecField;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Setting;
import dev.rondo.processor.plan.code.Size;
import dev.rondo.processor.plan.head.AnswerCode;
import dev.rondo.processor.plan.head.ClassCode;
import dev.rondo.processor.plan.head.HeadCode;
import dev.rondo.processor.plan.head.TranslatedCode;
import dev.rondo.processor.plan.input.Descriptions;
import dev.rondo.processor.plan.input.InputCode;
import dev.rondo.processor.shape.Dim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the planners of the generated classes share: a model's inputs and outputs with the code for
 * their kinds.
 */
public record ModelParts(
    ModelSignature signature,
    GeneratedClasses classes,
    List<In> inputs,
    List<Out> outputs,
    Descriptions descriptions) {
  /** The wanted name of what a model file keeps of a codec. */
  public static final String STORED = "stored";

  public ModelParts {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** An input with the code for its kind. */
  public record In(Input input, InputCode code) {
    /** Returns its name. */
    public String name() {
      return input.name();
    }

    /** Returns the type of its codec. */
    public TypeName codecType() {
      return codec().type();
    }

    /** Returns its codec. */
    CodecCode codec() {
      CodecCode codec = code.codec(input.vocabulary());
      return input
          .limit()
          .map(
              limit ->
                  codec.limited(
                      CodeBlock.of(
                          "$T.of($S, $N, $L)",
                          RuntimeTypes.LENGTH_LIMIT,
                          name(),
                          maxLength(),
                          Code.constant(limit.keep()))))
          .orElse(codec);
    }

    /** Returns the setting of the trainer that limits its steps. */
    Optional<Setting> limit() {
      return input
          .limit()
          .map(
              limit ->
                  Setting.count(
                      maxLength(),
                      "steps",
                      limit.value(),
                      "Sets how many steps of {@code %s} are read at most.".formatted(name())));
    }

    private String maxLength() {
      return name() + "MaxLength";
    }
  }

  /** An output with the code for its kind. */
  public record Out(Output output, HeadCode code) {
    /** Returns its name. */
    public String name() {
      return output.name();
    }

    /** Returns the code for an answer; empty for texts that are written. */
    public Optional<AnswerCode> answer() {
      return code instanceof AnswerCode answer ? Optional.of(answer) : Optional.empty();
    }

    /** Returns the code for the only answer, where that is a class; empty for others. */
    public Optional<ClassCode> answeringClass() {
      return code instanceof ClassCode answer ? Optional.of(answer) : Optional.empty();
    }

    /** Returns the code for a text that is written given another; empty for others. */
    public Optional<TranslatedCode> translated() {
      return code instanceof TranslatedCode text ? Optional.of(text) : Optional.empty();
    }
  }

  /** Returns the parts of a model, as far as its signature is known. */
  public static ModelParts of(ModelSignature signature) {
    GeneratedClasses classes = GeneratedClasses.of(signature);
    Descriptions descriptions =
        new Descriptions(
            classes.predictor(),
            signature.inputs(),
            Stream.concat(
                    signature.inputs().stream().map(Input::name),
                    signature.outputs().stream().map(Output::name))
                .collect(Collectors.toSet()),
            signature.available().nested());
    return new ModelParts(
        signature,
        classes,
        signature.inputs().stream()
            .map(input -> new In(input, InputCode.of(input, descriptions)))
            .toList(),
        signature.outputs().stream()
            .map(
                output ->
                    new Out(
                        output,
                        HeadCode.of(
                            output.head(), classes.predictor(), signature.available().nested())))
            .toList(),
        descriptions);
  }

  /** Returns the only input. */
  public In input() {
    return only(inputs);
  }

  /** Returns the only output. */
  public Out output() {
    return only(outputs);
  }

  private static <T> T only(List<T> values) {
    if (values.size() != 1) {
      throw new IllegalStateException("expected one, found " + values);
    }
    return values.get(0);
  }

  /** Returns the names of the method's parameters. */
  public List<String> parameterNames() {
    return signature
        .spread()
        .map(spread -> List.of(spread.name()))
        .orElseGet(() -> inputs.stream().map(In::name).toList());
  }

  /** Returns the names of the inputs and the outputs. */
  public List<String> names() {
    return Stream.concat(inputs.stream().map(In::name), outputs.stream().map(Out::name)).toList();
  }

  /**
   * Returns the codecs of the model, one for each vocabulary and each answer.
   *
   * @param stored the variable of what a model file keeps of one
   */
  public List<CodecField> codecs(String stored) {
    Map<String, CodecField> codecs = new LinkedHashMap<>();
    for (In in : inputs) {
      String vocabulary = in.input().vocabulary();
      codecs.putIfAbsent(vocabulary, new CodecField(in.name(), in.input().stored(), in.codec()));
    }
    for (Out out : outputs) {
      out.answer()
          .ifPresent(
              answer ->
                  codecs.put(
                      out.name(), new CodecField(out.name(), out.name(), answer.codec(stored))));
      out.translated()
          .ifPresent(
              text ->
                  codecs.putIfAbsent(
                      text.vocabulary(),
                      new CodecField(
                          out.name(), out.name(), text.text().codec(text.vocabulary()))));
    }
    return List.copyOf(codecs.values());
  }

  /** Returns the name of the input or output whose codec a vocabulary belongs to. */
  public String owner(String vocabulary) {
    return sizes().stream()
        .filter(size -> size.dim().equals(new Dim.Vocabulary(vocabulary)))
        .findFirst()
        .map(Size::owner)
        .orElse(vocabulary);
  }

  /** Returns the settings of all codecs that are learned. */
  public List<Setting> settings() {
    Map<String, Setting> settings = new LinkedHashMap<>();
    for (In in : inputs) {
      in.code()
          .settings(in.input().vocabulary())
          .forEach(setting -> settings.putIfAbsent(setting.name(), setting));
      in.limit().ifPresent(setting -> settings.putIfAbsent(setting.name(), setting));
    }
    for (Out out : outputs) {
      out.code().settings().forEach(setting -> settings.putIfAbsent(setting.name(), setting));
    }
    return List.copyOf(settings.values());
  }

  /** Returns the sizes that are known at run time only: the parameters of the network. */
  public List<Size> sizes() {
    Map<Dim, Size> sizes = new LinkedHashMap<>();
    List<Size> all = new ArrayList<>();
    inputs.forEach(in -> all.addAll(in.code().sizes(in.name(), in.input().vocabulary())));
    outputs.forEach(out -> all.addAll(out.code().sizes(out.name())));
    all.forEach(size -> sizes.putIfAbsent(size.dim(), size));
    return List.copyOf(sizes.values());
  }

  /** Returns what the network calls a size that is known at run time only. */
  public String name(Dim dim, Names names) {
    return sizes().stream()
        .filter(size -> size.dim().equals(dim))
        .findFirst()
        .map(size -> names.get(size.wanted()))
        .orElseThrow(() -> new IllegalStateException("nobody knows " + dim));
  }

  /** Returns the arguments of the network's constructor, taken from the codecs in a scope. */
  public CodeBlock networkArguments(Names names) {
    return sizes().stream()
        .map(size -> CodeBlock.of("$N.$L", names.ofModel(size.owner()), size.call()))
        .collect(CodeBlock.joining(", "));
  }

  /** Returns what a model file says of an output. */
  public String outputSignature(Out out) {
    return out.translated()
        .flatMap(text -> inputs.stream().filter(in -> reads(in, text.vocabulary())).findFirst())
        .map(in -> "text of " + in.input().stored())
        .orElseGet(out.code()::signature);
  }

  private static boolean reads(In in, String vocabulary) {
    return in.input().vocabulary().equals(vocabulary);
  }
}
