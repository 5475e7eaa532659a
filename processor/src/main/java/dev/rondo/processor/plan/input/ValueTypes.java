package dev.rondo.processor.plan.input;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.AudioClip;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Feature;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.type.NumberType;
import dev.rondo.processor.type.TypeRef;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The Java types of typed inputs.
 *
 * @param hidden simple names that mean something else in generated code
 */
public record ValueTypes(List<String> hidden) {
  public ValueTypes {
    hidden = List.copyOf(hidden);
  }

  /** Returns the type of the user's parameter. */
  public TypeName of(Codec codec) {
    if (codec instanceof Codec.Sequence sequence) {
      return in(sequence.container(), of(sequence.step()));
    }
    if (codec instanceof Codec.Series series) {
      return in(series.container(), number(series.element()));
    }
    if (codec instanceof Codec.Matrix matrix) {
      TypeName number = matrix.doubles() ? TypeName.DOUBLE : TypeName.FLOAT;
      return ArrayTypeName.of(ArrayTypeName.of(number));
    }
    if (codec instanceof Codec.Pictures pictures) {
      return Code.listOf(picture(pictures));
    }
    if (codec instanceof Codec.Sound) {
      return ClassName.get(AudioClip.class);
    }
    return of(((Codec.Single) codec).value());
  }

  /** Returns the type of a step of pictures. */
  static ClassName picture(Codec.Pictures pictures) {
    return pictures.files() ? ClassName.get(Path.class) : ClassName.get(BufferedImage.class);
  }

  private static TypeName in(Codec.Container container, TypeName element) {
    return container == Codec.Container.ARRAY ? ArrayTypeName.of(element) : Code.listOf(element);
  }

  /** Returns the type of a value. */
  public TypeName of(Feature feature) {
    if (feature instanceof Feature.Number number) {
      return number(number.type());
    }
    if (feature instanceof Feature.Flag flag) {
      return flag.boxed() ? TypeName.BOOLEAN.box() : TypeName.BOOLEAN;
    }
    if (feature instanceof Feature.Constant constant) {
      return type(constant.type());
    }
    if (feature instanceof Feature.Constants constants) {
      TypeName element = type(constants.type());
      return switch (constants.container()) {
        case LIST -> Code.listOf(element);
        case ARRAY -> ArrayTypeName.of(element);
        case SET -> ParameterizedTypeName.get(ClassName.get(Set.class), element);
      };
    }
    if (feature instanceof Feature.Category category) {
      return symbol(category.type());
    }
    if (feature instanceof Feature.Calendar calendar) {
      return ClassName.bestGuess(calendar.type().javaName());
    }
    if (feature instanceof Feature.Elapsed elapsed) {
      return ClassName.bestGuess(elapsed.type().javaName());
    }
    if (feature instanceof Feature.Vector vector) {
      return ArrayTypeName.of(vector.doubles() ? TypeName.DOUBLE : TypeName.FLOAT);
    }
    return type(((Feature.Components) feature).type());
  }

  private TypeName symbol(Feature.SymbolType type) {
    if (type instanceof Feature.SymbolType.OfNumber number) {
      return number(number.type());
    }
    return type instanceof Feature.SymbolType.OfConstant constant
        ? type(constant.type())
        : ClassName.get(String.class);
  }

  /** Returns the name of a type. */
  public ClassName type(TypeRef type) {
    return Code.type(type, hidden);
  }

  /** Returns the type of a number. */
  public static TypeName number(NumberType type) {
    return switch (type) {
      case BYTE -> TypeName.BYTE;
      case SHORT -> TypeName.SHORT;
      case INT -> TypeName.INT;
      case LONG -> TypeName.LONG;
      case FLOAT -> TypeName.FLOAT;
      case DOUBLE -> TypeName.DOUBLE;
      default -> ClassName.bestGuess(type.javaName());
    };
  }
}
