package dev.rondo.processor.graph.build;

import dev.rondo.data.Audio;
import dev.rondo.data.Category;
import dev.rondo.data.Image;
import dev.rondo.data.Normalization;
import dev.rondo.data.Series;
import dev.rondo.data.Text;
import dev.rondo.data.Vector;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Codec.Container;
import dev.rondo.processor.type.NumberType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says how an input becomes numbers.
 *
 * @param uses the annotations on it
 * @param embedded whether its first layer is an embedding
 */
record CodecReader(List<Use> uses, boolean embedded) {
  private static final Set<NumberType> IN_ARRAYS =
      Set.of(NumberType.FLOAT, NumberType.DOUBLE, NumberType.INT);

  /** Returns the codec; none for a type that cannot be read. Texts have settings besides. */
  Optional<Codec> read(DeclaredType type) {
    boolean category = value().use(Category.class).isPresent();
    if (type.isTokens() && !category) {
      Values defaults = Values.defaults(Text.class);
      return Optional.of(
          new Codec.TokenList(
              type instanceof DeclaredType.Array ? Container.ARRAY : Container.LIST,
              defaults.integer("vocabulary"),
              defaults.integer("minFrequency")));
    }
    if (type instanceof DeclaredType.ListOf list
        && list.element() instanceof DeclaredType.Picture picture) {
      return value().use(Image.class).map(image -> pictures(picture, image));
    }
    if (type instanceof DeclaredType.ListOf list) {
      return !category && isNumber(list.element())
          ? series(Container.LIST, list.element())
          : sequence(Container.LIST, list.element());
    }
    if (type instanceof DeclaredType.Array array) {
      return array(array.element(), category);
    }
    return type instanceof DeclaredType.Sound
        ? Optional.of(sound())
        : value().read(type).map(Codec.Single::new);
  }

  private static Codec pictures(DeclaredType.Picture picture, Values image) {
    return new Codec.Pictures(
        picture.file(),
        image.integer("width"),
        image.integer("height"),
        image.integer("channels"),
        image.constant("normalize", Normalization.class));
  }

  private Codec sound() {
    Values audio = value().use(Audio.class).orElse(Values.defaults(Audio.class));
    return new Codec.Sound(
        audio.integer("rate"),
        audio.integer("bands"),
        audio.decimal("window"),
        audio.decimal("hop"),
        audio.decimal("lowest"),
        audio.decimal("highest"),
        audio.decimal("preEmphasis"),
        audio.constant("normalize", Normalization.class),
        audio.integer("coefficients"));
  }

  private Optional<Codec> array(DeclaredType element, boolean category) {
    if (element instanceof DeclaredType.Array inner) {
      return matrix(inner.element());
    }
    if (category || !(element instanceof DeclaredType.Number number)) {
      return sequence(Container.ARRAY, element);
    }
    if (number.type() == NumberType.DURATION) {
      return sequence(Container.ARRAY, element);
    }
    if (value().use(Vector.class).isPresent()) {
      return value().read(new DeclaredType.Array(element)).map(Codec.Single::new);
    }
    return value().use(Series.class).isPresent() && IN_ARRAYS.contains(number.type())
        ? series(Container.ARRAY, element)
        : Optional.empty();
  }

  private Optional<Codec> series(Container container, DeclaredType element) {
    return Optional.of(
        new Codec.Series(
            container,
            ((DeclaredType.Number) element).type(),
            value().scaling(),
            value().missing()));
  }

  private Optional<Codec> matrix(DeclaredType element) {
    return element instanceof DeclaredType.Number number
            && (number.type() == NumberType.FLOAT || number.type() == NumberType.DOUBLE)
        ? Optional.of(
            new Codec.Matrix(
                number.type() == NumberType.DOUBLE,
                value().use(Vector.class).map(vector -> vector.integer("value")),
                value().scaling(),
                value().missing()))
        : Optional.empty();
  }

  private Optional<Codec> sequence(Container container, DeclaredType element) {
    return isStep(element)
        ? new FeatureReader(uses, true, embedded)
            .read(element)
            .map(step -> new Codec.Sequence(container, step))
        : Optional.empty();
  }

  /** A list of sets, of lists or of what may be missing is nothing that a step can be. */
  private static boolean isStep(DeclaredType element) {
    return !(element instanceof DeclaredType.SetOf)
        && !(element instanceof DeclaredType.Array)
        && !(element instanceof DeclaredType.Number number && number.type().isOptional());
  }

  /** Returns whether it is a {@link Number}. */
  private static boolean isNumber(DeclaredType element) {
    return element instanceof DeclaredType.Number number
        && (number.type().isBoxed() || number.type() == NumberType.BIG_DECIMAL);
  }

  private FeatureReader value() {
    return new FeatureReader(uses, false, embedded);
  }
}
