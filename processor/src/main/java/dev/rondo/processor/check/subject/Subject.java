package dev.rondo.processor.check.subject;

import dev.rondo.layer.Attention;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.graph.GeneratedApi;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Translation;
import dev.rondo.processor.graph.build.Expansion;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.processor.shape.Shaping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is known of a model when it is checked.
 *
 * @param model what the user wrote
 * @param uses the language's annotations, composed ones expanded
 * @param shaping the graph, and as much of its shapes as is known
 * @param api the names that its generated classes take
 */
public record Subject(DeclaredModel model, Expansion uses, Shaping shaping, GeneratedApi api) {
  public String name() {
    return model.type().simpleName();
  }

  /** Returns whether the model continues texts. */
  public boolean isLanguageModel() {
    return uses.continuesText();
  }

  /** Returns whether the model forecasts a series. */
  public boolean forecasts() {
    return uses.forecasts();
  }

  /** Returns whether the model scores anomalies of a stream. */
  public boolean scoresAnomalies() {
    return uses.scoresAnomalies();
  }

  /** Returns whether the model writes text: it continues one, or translates it. */
  public boolean writesText() {
    return isLanguageModel() || isTranslation();
  }

  /** Returns whether the model has an encoder and a decoder. */
  public boolean isTranslation() {
    return uses.translates();
  }

  /**
   * Returns the layers of an encoder that its decoder does not see: without attention it starts
   * from the state of the last recurrent layer, and sees nothing else.
   */
  public List<Node> unread() {
    Optional<Translation> translation = shaping.graph().translation();
    Optional<Node> start = translation.flatMap(Translation::start);
    if (start.isEmpty() || uses.all().anyMatch(use -> use.is(Attention.class))) {
      return List.of();
    }
    List<Node> encoder = translation.get().encoder();
    return encoder.subList(encoder.indexOf(start.get()) + 1, encoder.size());
  }

  /** Returns the name of the one method; empty where there is not exactly one. */
  public String methodName() {
    return model.method().map(DeclaredMethod::name).orElse("");
  }

  /** Returns the place of the one method; that of the model where there is not exactly one. */
  public Origin methodOrigin() {
    return model.method().map(DeclaredMethod::origin).orElse(model.origin());
  }

  /** Returns the inputs; none where there is not exactly one method. */
  public List<DeclaredParameter> parameters() {
    return model.inputs();
  }

  /** Returns all that the model takes and gives, with the components of their records. */
  public List<Part> parts() {
    return Parts.of(this);
  }

  /**
   * Returns the annotations on all places, and those on the components of records that are no
   * inputs or outputs themselves: each of these once, wherever its record is used.
   */
  public Stream<Written> written() {
    Map<List<Object>, Written> ofComponents = new LinkedHashMap<>();
    for (Part part : parts()) {
      if (part.role() == Role.OF_STEP || part.role() == Role.OF_VECTOR) {
        for (Use use : part.uses()) {
          ofComponents.putIfAbsent(
              List.of(part.component(), use.values()), new Written(use, part.label(use)));
        }
      }
    }
    return Stream.concat(
        uses.all().map(use -> new Written(use, use.label())), ofComponents.values().stream());
  }

  /** Returns the layers that the output's last one is among: of translation models, the decoder. */
  public List<Use> outputPath() {
    return (isTranslation()
            ? uses.output().stream()
            : Stream.concat(uses.trunk().stream(), uses.output().stream()))
        .filter(Use::isLayer)
        .toList();
  }

  /** Returns how messages name a node: {@code @LSTM in @Reader on "SentimentModel"}. */
  public String label(Node node) {
    return written()
        .filter(written -> written.use().origin().equals(node.origin()))
        .filter(written -> written.use().values().source().equals(node.written()))
        .findFirst()
        .map(Written::label)
        .orElse(node.written());
  }
}
