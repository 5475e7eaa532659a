package dev.rondo.processor.graph.build;

import dev.rondo.processor.declared.DeclaredAnnotation;
import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.declared.DeclaredModel.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The uses of the language's annotations in a model, place by place and in the order written.
 *
 * @param inputs those on each parameter
 * @param trunk those on the interface
 * @param output those on the method
 */
public record Expansion(List<List<Use>> inputs, List<Use> trunk, List<Use> output) {
  /** Expands the composed annotations of a model in place. */
  public static Expansion of(DeclaredModel model) {
    List<List<Use>> inputs = new ArrayList<>();
    List<Use> trunk = new ArrayList<>();
    List<Use> output = new ArrayList<>();
    for (Place place : model.places()) {
      List<Use> uses = new ArrayList<>();
      for (DeclaredAnnotation annotation : place.annotations()) {
        expand(annotation, place.name(), List.of(), Optional.empty(), uses);
      }
      switch (place.kind()) {
        case INPUT -> inputs.add(uses);
        case TRUNK -> trunk.addAll(uses);
        case OUTPUT -> output.addAll(uses);
      }
    }
    return new Expansion(List.copyOf(inputs), List.copyOf(trunk), List.copyOf(output));
  }

  private static void expand(
      DeclaredAnnotation annotation,
      String place,
      List<String> within,
      Optional<String> sharedBy,
      List<Use> uses) {
    if (annotation instanceof DeclaredAnnotation.Own own) {
      Optional<String> key = sharedBy.map(name -> name + "#" + countSharedBy(name, uses));
      uses.add(new Use(own.values(), within, place, key, own.origin()));
    } else if (annotation instanceof DeclaredAnnotation.Composed composed) {
      List<String> inside = new ArrayList<>(within);
      inside.add(composed.name());
      Optional<String> sharing =
          sharedBy.isEmpty() && composed.shared()
              ? Optional.of(composed.type().qualifiedName())
              : sharedBy;
      for (DeclaredAnnotation part : composed.parts()) {
        expand(part, place, inside, sharing, uses);
      }
    }
  }

  private static long countSharedBy(String name, List<Use> uses) {
    return uses.stream()
        .flatMap(use -> use.shared().stream())
        .filter(key -> key.startsWith(name + "#"))
        .count();
  }

  /** Returns all uses, in the order in which data flows through their places. */
  public Stream<Use> all() {
    return Stream.concat(
        inputs.stream().flatMap(List::stream), Stream.concat(trunk.stream(), output.stream()));
  }

  /** Returns the layers of an input, then those of the trunk and of the output. */
  public List<Use> path(int input) {
    return Stream.of(inputs.get(input), trunk, output)
        .flatMap(List::stream)
        .filter(Use::isLayer)
        .toList();
  }
}
