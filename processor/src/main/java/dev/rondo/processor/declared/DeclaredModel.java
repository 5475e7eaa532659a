package dev.rondo.processor.declared;

import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.graph.ModelSignature.Available;
import dev.rondo.processor.type.TypeRef;
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
    /** What part of a network stands there. */
    public enum Kind {
      INPUT,
      TRUNK,
      OUTPUT
    }
  }

  /** Returns the one method to implement; empty where there is none or more than one. */
  public Optional<DeclaredMethod> method() {
    return abstractMethods.size() == 1 ? Optional.of(abstractMethods.get(0)) : Optional.empty();
  }

  /** Returns the places that carry annotations, in the order in which data flows through them. */
  public List<Place> places() {
    List<Place> places = new ArrayList<>();
    method()
        .ifPresent(
            method ->
                method
                    .parameters()
                    .forEach(
                        parameter ->
                            places.add(
                                new Place(
                                    Place.Kind.INPUT, parameter.name(), parameter.annotations()))));
    places.add(new Place(Place.Kind.TRUNK, type.simpleName(), annotations));
    method()
        .ifPresent(
            method ->
                places.add(new Place(Place.Kind.OUTPUT, method.name(), method.annotations())));
    return places;
  }
}
