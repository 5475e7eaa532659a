package dev.rondo.processor.graph.build;

import dev.rondo.data.Future;
import dev.rondo.processor.declared.DeclaredAnnotation;
import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.declared.DeclaredModel.Place;
import dev.rondo.task.AnomalyScore;
import dev.rondo.task.EncoderDecoder;
import dev.rondo.task.Forecast;
import dev.rondo.task.LanguageModel;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The uses of the language's annotations in a model, place by place and in the order written.
 *
 * @param inputs those on each parameter, or on each component of the one that is spread
 * @param spread those on the parameter that is spread, which nothing reads
 * @param trunk those on the interface
 * @param output those on the method
 * @param heads those on each component of the record that the method returns
 */
public record Expansion(
    List<List<Use>> inputs,
    List<Use> spread,
    List<Use> trunk,
    List<Use> output,
    List<List<Use>> heads) {
  public Expansion {
    inputs = inputs.stream().map(List::copyOf).toList();
    spread = List.copyOf(spread);
    trunk = List.copyOf(trunk);
    output = List.copyOf(output);
    heads = heads.stream().map(List::copyOf).toList();
  }

  /** Expands the composed annotations of a model in place. */
  public static Expansion of(DeclaredModel model) {
    List<List<Use>> inputs = new ArrayList<>();
    List<Use> spread = new ArrayList<>();
    List<Use> trunk = new ArrayList<>();
    List<Use> output = new ArrayList<>();
    List<List<Use>> heads = new ArrayList<>();
    for (Place place : model.places()) {
      List<Use> uses = of(place.name(), place.annotations());
      switch (place.kind()) {
        case INPUT -> inputs.add(uses);
        case SPREAD -> spread.addAll(uses);
        case TRUNK -> trunk.addAll(uses);
        case OUTPUT -> output.addAll(uses);
        case HEAD -> heads.add(uses);
      }
    }
    return new Expansion(inputs, spread, trunk, output, heads);
  }

  /** Expands the composed annotations of a component, or of another place, in place. */
  public static List<Use> of(String place, List<DeclaredAnnotation> annotations) {
    List<Use> uses = new ArrayList<>();
    for (DeclaredAnnotation annotation : annotations) {
      expand(annotation, place, List.of(), Optional.empty(), uses);
    }
    return uses;
  }

  private static void expand(
      DeclaredAnnotation annotation,
      String place,
      List<String> within,
      Optional<Sharing> sharing,
      List<Use> uses) {
    if (annotation instanceof DeclaredAnnotation.Own own) {
      Optional<String> key = sharing.map(use -> use.name() + "#" + (uses.size() - use.start()));
      uses.add(new Use(own.values(), within, place, key, own.origin()));
    } else if (annotation instanceof DeclaredAnnotation.Composed composed) {
      List<String> inside = new ArrayList<>(within);
      inside.add(composed.name());
      Optional<Sharing> sharingParts =
          sharing.isEmpty() && composed.shared()
              ? Optional.of(new Sharing(composed.type().qualifiedName(), uses.size()))
              : sharing;
      for (DeclaredAnnotation part : composed.parts()) {
        expand(part, place, inside, sharingParts, uses);
      }
    }
  }

  /**
   * One use of a shared annotation.
   *
   * @param start how many uses of its place come before it
   */
  private record Sharing(String name, int start) {}

  /**
   * Returns all uses, in the order in which data flows through their places, and behind each those
   * that are written in it.
   */
  public Stream<Use> all() {
    return standing().flatMap(use -> Stream.concat(Stream.of(use), use.parts().stream()));
  }

  /** Returns all uses that stand on a place themselves, in the order in which data flows. */
  public Stream<Use> standing() {
    return Stream.of(
            inputs.stream().flatMap(List::stream),
            trunk.stream(),
            output.stream(),
            heads.stream().flatMap(List::stream))
        .flatMap(Function.identity());
  }

  /** Returns whether the method's layers are a decoder that writes a text given another. */
  public boolean translates() {
    return carries(EncoderDecoder.class)
        && (!carries(LanguageModel.class) || output.stream().anyMatch(Use::isLayer));
  }

  /** Returns whether the model continues the text that it is given. */
  public boolean continuesText() {
    return carries(LanguageModel.class) && !translates();
  }

  /** Returns whether the model forecasts the series that it is given. */
  public boolean forecasts() {
    return carries(Forecast.class)
        && !carries(LanguageModel.class)
        && !carries(EncoderDecoder.class);
  }

  /** Returns whether the model scores anomalies of the stream that it is given. */
  public boolean scoresAnomalies() {
    return carries(AnomalyScore.class)
        && !carries(Forecast.class)
        && !carries(LanguageModel.class)
        && !carries(EncoderDecoder.class);
  }

  /** Returns the input that is known in advance of what is forecast. */
  public Optional<Integer> future() {
    return IntStream.range(0, inputs.size()).filter(this::isFuture).boxed().findFirst();
  }

  /** Returns whether an input is said to be known in advance of what is forecast. */
  public boolean isFuture(int input) {
    return forecasts() && inputs.get(input).stream().anyMatch(use -> use.is(Future.class));
  }

  private boolean carries(Class<? extends Annotation> task) {
    return output.stream().anyMatch(use -> use.is(task));
  }

  /** Returns the uses that tell how an input is read: those on it, then those of the trunk. */
  public List<Use> reading(int input) {
    return Stream.concat(inputs.get(input).stream(), trunk.stream()).toList();
  }

  /**
   * Returns the layers that an input flows through: its own, then those of the trunk and, unless
   * they are a decoder, of the output.
   */
  public List<Use> path(int input) {
    return Stream.concat(reading(input).stream(), translates() ? Stream.empty() : output.stream())
        .filter(Use::isLayer)
        .toList();
  }
}
