package dev.rondo.processor.graph.build;

import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Embedding;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.declared.DeclaredModel.Trait;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Grain;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.graph.Returned;
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
        Optional.empty(),
        method.flatMap(this::output).stream().toList(),
        Returned.single(),
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
      codec(parameter.type(), uses.reading(i))
          .ifPresent(
              codec ->
                  inputs.add(new Input(parameter.name(), codec, vocabulary, parameter.origin())));
    }
    return inputs;
  }

  private Optional<Codec> codec(DeclaredType type, List<Use> reading) {
    Values given = Values.defaults(Text.class);
    if (type.isText()) {
      return Optional.of(text(reading, Tokenized.READ));
    }
    if (type.isTokens()) {
      return Optional.of(
          tokens(
              type instanceof DeclaredType.Array ? Codec.Container.ARRAY : Codec.Container.LIST,
              given));
    }
    return Optional.empty();
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
    DeclaredType returned = method.returns();
    boolean scored = returned instanceof DeclaredType.Scored;
    DeclaredType type = returned instanceof DeclaredType.Scored of ? of.answer() : returned;
    return head(method, type)
        .map(
            head ->
                new Output(
                    ONLY_OUTPUT,
                    head,
                    grain(head),
                    scored,
                    false,
                    LossSpec.byDefault(method.origin()),
                    method.origin()));
  }

  private Optional<Head> head(DeclaredMethod method, DeclaredType type) {
    if (type instanceof DeclaredType.Enumeration constants) {
      return Optional.of(new Head.EnumClass(constants.type()));
    }
    if (type instanceof DeclaredType.Flag flag) {
      return Optional.of(new Head.YesNo(flag.boxed()));
    }
    return type.isText() ? ofText(method) : Optional.empty();
  }

  private static Grain grain(Head head) {
    if (head instanceof Head.Translated) {
      return Grain.WRITTEN;
    }
    return head instanceof Head.NextToken ? Grain.EACH_STEP : Grain.ONCE;
  }

  private Optional<Head> ofText(DeclaredMethod method) {
    if (uses.translates()) {
      return Optional.of(
          new Head.Translated(
              text(uses.output(), Tokenized.WRITTEN),
              writtenVocabulary(method.parameters()),
              search()));
    }
    return uses.continuesText()
        ? method.parameters().stream().findFirst().map(text -> new Head.NextToken(text.name()))
        : Optional.empty();
  }

  private Head.Search search() {
    Values task =
        uses.output().stream()
            .filter(use -> use.is(EncoderDecoder.class))
            .findFirst()
            .orElseThrow()
            .values();
    return new Head.Search(
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
