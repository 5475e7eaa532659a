package dev.rondo.processor.declared;

import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.graph.ModelSignature.Available;
import dev.rondo.processor.type.TypeRef;
import dev.rondo.task.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A type with {@code @SequenceModel}.
 *
 * @param kind what it is, in words: {@code interface}, {@code class}, {@code record}
 * @param abstractMethods the methods left to be implemented, without those of {@code Object} and
 *     {@code AutoCloseable}
 * @param otherMethods the methods that have a body
 * @param taken those of the names of the classes to be generated that other classes have already
 */
public record DeclaredModel(
    TypeRef type,
    String kind,
    Set<Trait> traits,
    List<DeclaredAnnotation> annotations,
    List<DeclaredMethod> abstractMethods,
    List<OtherMethod> otherMethods,
    List<String> taken,
    Available available,
    Origin origin) {
  public DeclaredModel {
    traits = Set.copyOf(traits);
    annotations = List.copyOf(annotations);
    abstractMethods = List.copyOf(abstractMethods);
    otherMethods = List.copyOf(otherMethods);
    taken = List.copyOf(taken);
  }

  /** What a type can be besides. */
  public enum Trait {
    PUBLIC,
    PRIVATE,
    SEALED,
    GENERIC,
    AUTO_CLOSEABLE
  }

  /**
   * A method that is implemented already.
   *
   * @param signature name and erased types of parameters: {@code save(java.nio.file.Path)}
   */
  public record OtherMethod(String signature, Origin origin) {}

  /**
   * Something that carries annotations.
   *
   * @param name the user's name of it
   */
  public record Place(Kind kind, String name, List<DeclaredAnnotation> annotations) {
    /** What stands there. */
    public enum Kind {
      /** The layers of an input, and how it is read. */
      INPUT,
      /** The only parameter, where its components are the inputs: nothing is read there. */
      SPREAD,
      /** The layers that all inputs flow into. */
      TRUNK,
      /** The layers of the only output; with several, more of those that all inputs flow into. */
      OUTPUT,
      /** The layers of one of several outputs. */
      HEAD
    }
  }

  /** Returns the one method to implement; empty where there is none or more than one. */
  public Optional<DeclaredMethod> method() {
    return abstractMethods.size() == 1 ? Optional.of(abstractMethods.get(0)) : Optional.empty();
  }

  /**
   * Returns the inputs: the parameters of the one method, or the components of the one that is
   * spread. None where there is not exactly one method.
   */
  public List<DeclaredParameter> inputs() {
    return spread()
        .map(
            spread ->
                record(spread.type()).components().stream()
                    .map(DeclaredComponent::asParameter)
                    .toList())
        .or(() -> method().map(DeclaredMethod::parameters))
        .orElse(List.of());
  }

  /** Returns the only parameter, where it is a record with sequences: its components are inputs. */
  public Optional<DeclaredParameter> spread() {
    return method()
        .map(DeclaredMethod::parameters)
        .filter(parameters -> parameters.size() == 1)
        .map(parameters -> parameters.get(0))
        .filter(
            parameter ->
                parameter.type() instanceof DeclaredType.Record
                    && record(parameter.type()).components().stream()
                        .anyMatch(DeclaredComponent::isSequence));
  }

  private static DeclaredType.Record record(DeclaredType type) {
    return (DeclaredType.Record) type;
  }

  /**
   * Returns the components of the record that the method returns, each an output; none where it
   * returns none. Those of a record that is forecast have an output together.
   */
  public List<DeclaredComponent> heads() {
    return method()
        .filter(
            method ->
                method.annotations().stream()
                    .noneMatch(annotation -> annotation.carries(Forecast.class)))
        .flatMap(method -> method.returns().asRecord())
        .map(DeclaredType.Record::components)
        .orElse(List.of());
  }

  /** Returns the places that carry annotations, in the order in which data flows through them. */
  public List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (DeclaredParameter input : inputs()) {
      places.add(new Place(Place.Kind.INPUT, input.name(), input.annotations()));
    }
    spread()
        .ifPresent(
            spread ->
                places.add(new Place(Place.Kind.SPREAD, spread.name(), spread.annotations())));
    places.add(new Place(Place.Kind.TRUNK, type.simpleName(), annotations));
    method()
        .ifPresent(
            method ->
                places.add(new Place(Place.Kind.OUTPUT, method.name(), method.annotations())));
    for (DeclaredComponent head : heads()) {
      places.add(new Place(Place.Kind.HEAD, head.name(), head.annotations()));
    }
    return places;
  }
}
