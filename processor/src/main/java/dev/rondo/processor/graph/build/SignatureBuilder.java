package dev.rondo.processor.graph.build;

import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Embedding;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.declared.DeclaredModel.Trait;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.declared.DeclaredType.Kind;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Output;
import dev.rondo.task.EncoderDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what users of a model see of it. Types that are not supported are left out. */
final class SignatureBuilder {
  /** What the only output of a model is called. */
  static final String ONLY_OUTPUT = "expected";

  private final DeclaredModel model;
  private final Optional<DeclaredMethod> method;
  private final Expansion uses;

  SignatureBuilder(DeclaredModel model, Expansion uses) {
    this.model = model;
    this.method = model.method();
    this.uses = uses;
  }

  ModelSignature build() {
    return new ModelSignature(
        model.type(),
        model.traits().contains(Trait.PUBLIC),
        model.traits().contains(Trait.AUTO_CLOSEABLE),
        method.map(DeclaredMethod::name).orElse(""),
        method.map(DeclaredMethod::varargs).orElse(false),
        inputs(),
        method.flatMap(this::output).stream().toList(),
        model.available());
  }

  private List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    Map<String, String> sharedVocabularies = new HashMap<>();
    List<DeclaredParameter> parameters = method.map(DeclaredMethod::parameters).orElse(List.of());
    for (int i = 0; i < parameters.size(); i++) {
      DeclaredParameter parameter = parameters.get(i);
      String vocabulary =
          uses.inputs().get(i).stream()
              .flatMap(use -> use.shared().stream())
              .findFirst()
              .map(key -> sharedVocabularies.computeIfAbsent(key, first -> parameter.name()))
              .orElse(parameter.name());
      codec(parameter.type().kind(), uses.reading(i))
          .ifPresent(
              codec ->
                  inputs.add(new Input(parameter.name(), codec, vocabulary, parameter.origin())));
    }
    return inputs;
  }

  private Optional<Codec> codec(Kind kind, List<Use> reading) {
    Values given = Values.defaults(Text.class);
    return switch (kind) {
      case STRING -> Optional.of(text(reading, Tokenized.READ));
      case STRING_LIST -> Optional.of(tokens(Codec.Container.LIST, given));
      case STRING_ARRAY -> Optional.of(tokens(Codec.Container.ARRAY, given));
      default -> Optional.empty();
    };
  }

  private enum Tokenized {
    READ,
    WRITTEN
  }

  /** The case of what is written is kept, and so it is of what is read by the same vocabulary. */
  private Codec.Text text(List<Use> uses, Tokenized tokenized) {
    Optional<Use> written = uses.stream().filter(use -> use.is(Text.class)).findFirst();
    Values text = written.map(Use::values).orElse(Values.defaults(Text.class));
    boolean keepsCase =
        tokenized == Tokenized.WRITTEN || written.filter(this::sharedWithDecoder).isPresent();
    return new Codec.Text(
        text.constant("tokens", Tokens.class),
        text.text("language"),
        text.flag("lowercase") && (text.writes("lowercase") || !keepsCase),
        text.integer("vocabulary"),
        text.integer("minFrequency"));
  }

  private static Codec tokens(Codec.Container container, Values defaults) {
    return new Codec.TokenList(
        container, defaults.integer("vocabulary"), defaults.integer("minFrequency"));
  }

  private Optional<Output> output(DeclaredMethod method) {
    DeclaredType type = method.returns();
    Optional<Output.Kind> kind =
        switch (type.kind()) {
          case ENUM -> type.enumType().map(Output.EnumClasses::new);
          case BOOLEAN -> Optional.of(new Output.Booleans());
          case STRING -> ofText(method);
          default -> Optional.empty();
        };
    return kind.map(known -> new Output(ONLY_OUTPUT, known, type.scored(), method.origin()));
  }

  private Optional<Output.Kind> ofText(DeclaredMethod method) {
    if (uses.translates()) {
      return Optional.of(
          new Output.Translated(
              text(uses.output(), Tokenized.WRITTEN),
              writtenVocabulary(method.parameters()),
              search()));
    }
    return uses.continuesText()
        ? method.parameters().stream().findFirst().map(text -> new Output.NextToken(text.name()))
        : Optional.empty();
  }

  private Output.Search search() {
    Values task =
        uses.output().stream()
            .filter(use -> use.is(EncoderDecoder.class))
            .findFirst()
            .orElseThrow()
            .values();
    return new Output.Search(
        task.integer("beam"),
        task.decimal("lengthPenalty"),
        task.decimal("maxLengthFactor"),
        task.integer("maxLengthExtra"));
  }

  /** Tokens of both texts are in one vocabulary where one embedding, or one codec, is for both. */
  private String writtenVocabulary(List<DeclaredParameter> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      if (uses.reading(i).stream().anyMatch(this::sharedWithDecoder)) {
        return parameters.get(i).name();
      }
    }
    return ONLY_OUTPUT;
  }

  private boolean sharedWithDecoder(Use use) {
    return uses.translates()
        && (use.is(Text.class) || use.is(Embedding.class))
        && use.shared().isPresent()
        && uses.output().stream().anyMatch(other -> other.shared().equals(use.shared()));
  }
}
