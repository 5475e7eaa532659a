package dev.rondo.processor.check.type;

import dev.rondo.data.Category;
import dev.rondo.data.Characters;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.Recurrent;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code @Characters} stands where there are words, once, and says what reads them. */
public final class CharactersRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    List<Use> all = characters(subject.uses().standing().toList());
    all.forEach(use -> checkLayers(use, diagnostics));
    if (subject.writesText()) {
      all.forEach(use -> written(use, subject, diagnostics));
      return;
    }
    List<Part> inputs = subject.parts().stream().filter(part -> part.role() == Role.INPUT).toList();
    List<Use> onType = characters(subject.uses().trunk());
    for (int i = 0; i < inputs.size(); i++) {
      Part input = inputs.get(i);
      List<Use> onInput = characters(subject.uses().inputs().get(i));
      if (hasWords(input)) {
        List<Use> both = Stream.concat(onInput.stream(), onType.stream()).toList();
        both.stream().limit(1).forEach(use -> checkCut(use, subject, input, diagnostics));
        both.stream().skip(1).forEach(use -> twice(use, input, diagnostics));
      } else if (hasNoWords(input)) {
        onInput.forEach(use -> noWords(use, input, diagnostics));
      }
    }
    if (!inputs.isEmpty() && inputs.stream().allMatch(CharactersRule::hasNoWords)) {
      onType.forEach(use -> noWords(use, inputs.get(0), diagnostics));
    }
  }

  private static List<Use> characters(List<Use> uses) {
    return uses.stream().filter(use -> use.is(Characters.class)).toList();
  }

  private static boolean hasWords(Part input) {
    return (input.type().isText() || input.type().isTokens()) && !input.has(Category.class);
  }

  /** Of a type that is not supported it is not known what was meant. */
  private static boolean hasNoWords(Part input) {
    return !hasWords(input) && !(input.type() instanceof DeclaredType.Other);
  }

  private static void noWords(Use use, Part input, Diagnostics diagnostics) {
    diagnostics.error(
        Code.CHARACTERS_WITHOUT_WORDS,
        use.origin(),
        "%s has no effect, because %s is %s. Remove it."
            .formatted(
                use.label(),
                input.label(),
                input.has(Category.class)
                    ? "a @Category, names of something that are not read"
                    : "of type %s, which has no words".formatted(input.type().text())));
  }

  private static void twice(Use use, Part input, Diagnostics diagnostics) {
    diagnostics.error(
        Code.CHARACTERS_TWICE,
        use.origin(),
        "%s is one @Characters too many: %s has another one. Remove one of them."
            .formatted(use.label(), input.label()));
  }

  private static void checkCut(Use use, Subject subject, Part input, Diagnostics diagnostics) {
    if (!input.type().isText()) {
      return;
    }
    Stream.concat(input.uses().stream(), subject.uses().trunk().stream())
        .filter(other -> other.is(Text.class))
        .map(text -> text.values().constant("tokens", Tokens.class))
        .filter(tokens -> tokens == Tokens.CHARACTERS || tokens == Tokens.SUBWORDS)
        .findFirst()
        .ifPresent(
            tokens ->
                diagnostics.error(
                    Code.CHARACTERS_OF_PARTS,
                    use.origin(),
                    "%s reads the characters of words, but tokens = %s cuts %s into smaller parts. Write"
                            .formatted(use.label(), tokens, input.label())
                        + " tokens = WORDS, or remove @Characters."));
  }

  private static void written(Use use, Subject subject, Diagnostics diagnostics) {
    diagnostics.error(
        Code.CHARACTERS_OF_WRITTEN_TEXT,
        use.origin(),
        "%s has no effect, because \"%s\" writes texts, which are read token by token. Remove it, or"
                .formatted(use.label(), subject.methodName())
            + " write @Text(tokens = %s)."
                .formatted(subject.isTranslation() ? Tokens.SUBWORDS : Tokens.CHARACTERS));
  }

  private static void checkLayers(Use use, Diagnostics diagnostics) {
    List<Use> layers = use.parts().stream().filter(part -> !part.is(Embedding.class)).toList();
    if (!use.values().writes("embedding")) {
      diagnostics.error(
          Code.CHARACTERS_LAYERS,
          use.origin(),
          "%s does not say how characters are looked up. Write embedding = @Embedding(size = 32)."
              .formatted(use.label()));
    }
    if (layers.isEmpty()) {
      diagnostics.error(
          Code.CHARACTERS_LAYERS,
          use.origin(),
          "%s has no recurrent layer that reads the characters. Write one, such as lstm = @LSTM(units = 64)."
              .formatted(use.label()));
    } else if (layers.size() > 1) {
      diagnostics.error(
          Code.CHARACTERS_LAYERS,
          use.origin(),
          "%s has %s recurrent layers, %s, but one reads the characters. Keep one; units = {64, 64} makes"
                  .formatted(
                      use.label(),
                      layers.size(),
                      layers.stream()
                          .map(layer -> layer.values().source())
                          .collect(Collectors.joining(" and ")))
              + " it deep.");
    }
    layers.stream()
        .filter(layer -> layer.is(Recurrent.class))
        .filter(layer -> layer.values().constant("feedback", Feedback.class) == Feedback.OUTPUT)
        .forEach(
            layer ->
                diagnostics.error(
                    Code.CHARACTERS_LAYERS,
                    layer.origin().member("feedback"),
                    "%s has feedback = OUTPUT, but no output is behind it: its state is joined to the word."
                            .formatted(layer.label())
                        + " Remove feedback."));
  }
}
