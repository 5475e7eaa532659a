package dev.rondo.processor.graph.build;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Characters;
import dev.rondo.data.Keep;
import dev.rondo.data.MaxLength;
import dev.rondo.data.StoredAs;
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
import dev.rondo.processor.graph.MaxSteps;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.graph.Returned;
import dev.rondo.processor.graph.Spread;
import dev.rondo.processor.graph.Tagging;
import dev.rondo.task.EncoderDecoder;
import java.lang.annotation.Annotation;
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
    HeadReader.Result result =
        method.map(this::result).orElse(new HeadReader.Result(List.of(), Returned.single()));
    return new ModelSignature(
        model.type(),
        stored(uses.trunk(), SequenceModel.class, "name").orElse(model.type().nestedName()),
        model.traits().contains(Trait.PUBLIC),
        model.traits().contains(Trait.AUTO_CLOSEABLE),
        method.map(DeclaredMethod::name).orElse(""),
        method.map(DeclaredMethod::varargs).orElse(false),
        inputs(),
        model.spread().map(SignatureBuilder::spread),
        result.outputs(),
        result.returned(),
        model.available());
  }

  private static Spread spread(DeclaredParameter parameter) {
    return new Spread(parameter.name(), parameter.type().asRecord().orElseThrow().type());
  }

  private List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    Map<String, String> sharedVocabularies = new HashMap<>();
    for (int i = 0; i < model.inputs().size(); i++) {
      DeclaredParameter parameter = model.inputs().get(i);
      List<Use> own = uses.inputs().get(i);
      boolean ahead = uses.isFuture(i);
      String vocabulary =
          own.stream()
              .flatMap(use -> use.shared().stream())
              .findFirst()
              .map(key -> sharedVocabularies.computeIfAbsent(key, first -> parameter.name()))
              .orElse(parameter.name());
      codec(parameter.type(), i)
          .map(
              codec ->
                  new Input(
                      parameter.name(),
                      stored(own, StoredAs.class, "value").orElse(parameter.name()),
                      codec,
                      codec instanceof Codec.OfTokens ? vocabulary : parameter.name(),
                      ahead,
                      limit(own),
                      parameter.origin()))
          .ifPresent(inputs::add);
    }
    return inputs;
  }

  private static Optional<MaxSteps> limit(List<Use> uses) {
    return uses.stream()
        .filter(use -> use.is(MaxLength.class))
        .map(Use::values)
        .map(values -> new MaxSteps(values.integer("value"), values.constant("keep", Keep.class)))
        .findFirst();
  }

  private static Optional<String> stored(
      List<Use> uses, Class<? extends Annotation> annotation, String member) {
    return uses.stream()
        .filter(use -> use.is(annotation))
        .map(use -> use.values().text(member))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  private Optional<Codec> codec(DeclaredType type, int input) {
    return plainCodec(type, input)
        .map(codec -> characters(input).map(use -> spelled(codec, input, use)).orElse(codec));
  }

  /** A text that is written, and what it is written by, is read token by token only. */
  private Optional<Use> characters(int input) {
    return uses.translates() || uses.continuesText()
        ? Optional.empty()
        : uses.reading(input).stream().filter(use -> use.is(Characters.class)).findFirst();
  }

  /** What is known by its characters is to have a vector of its own from the first use on. */
  private Codec spelled(Codec codec, int input, Use characters) {
    boolean written =
        uses.reading(input).stream()
            .anyMatch(use -> use.is(Text.class) && use.values().writes("minFrequency"));
    return codec instanceof Codec.OfTokens tokens
        ? new Codec.Spelled(
            written ? tokens : tokens.known(1),
            codec instanceof Codec.TokenList && characters.values().flag("lowercase"))
        : codec;
  }

  private Optional<Codec> plainCodec(DeclaredType type, int input) {
    List<Use> own = uses.inputs().get(input);
    if (type.isText() && own.stream().noneMatch(use -> use.is(Category.class))) {
      return Optional.of(text(uses.reading(input), Tokenized.READ));
    }
    return new CodecReader(own, isEmbedded(input)).read(type);
  }

  /** Several inputs are joined before the layers of the trunk, which look nothing up then. */
  private boolean isEmbedded(int input) {
    List<Use> layers =
        model.inputs().size() == 1
            ? uses.path(input)
            : uses.inputs().get(input).stream().filter(Use::isLayer).toList();
    return !layers.isEmpty() && layers.get(0).is(Embedding.class);
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
    Tokens tokens = text.constant("tokens", Tokens.class);
    return new Codec.Text(
        tokens,
        tokens == Tokens.WHITESPACE && this.uses.continuesText(),
        text.text("language"),
        text.flag("lowercase") && (text.writes("lowercase") || !keepsCase),
        text.integer("vocabulary"),
        text.integer("minFrequency"));
  }

  private HeadReader.Result result(DeclaredMethod method) {
    if (!method.returns().isText()) {
      return HeadReader.read(method, uses);
    }
    Optional<Head> written =
        uses.translates()
            ? Optional.of(translated())
            : uses.continuesText()
                ? model.inputs().stream().findFirst().map(text -> new Head.NextToken(text.name()))
                : Optional.empty();
    return written
        .map(head -> HeadReader.Result.of(Optional.of(writing(head, method)), false))
        .orElseGet(() -> HeadReader.read(method, uses));
  }

  private static Output writing(Head head, DeclaredMethod method) {
    return new Output(
        ONLY_OUTPUT,
        head,
        head instanceof Head.Translated ? Grain.WRITTEN : Grain.EACH_STEP,
        false,
        false,
        false,
        LossSpec.byDefault(method.origin()),
        Tagging.NONE,
        method.origin());
  }

  private Head translated() {
    return new Head.Translated(
        text(uses.output(), Tokenized.WRITTEN), writtenVocabulary(), search());
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
  private String writtenVocabulary() {
    for (int i = 0; i < model.inputs().size(); i++) {
      if (uses.reading(i).stream().anyMatch(this::sharedWithDecoder)) {
        return model.inputs().get(i).name();
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
