package dev.rondo.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.rondo.AudioClip;
import dev.rondo.Prediction;
import dev.rondo.QuantileForecast;
import dev.rondo.processor.declared.DeclaredComponent;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.declared.DeclaredType.OtherKind;
import dev.rondo.processor.declared.DeclaredType.RecordFault;
import dev.rondo.processor.type.NumberType;
import dev.rondo.processor.type.TimeType;
import dev.rondo.processor.type.TypeRef;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the types of parameters, of components, and of what a method returns. */
final class TypeReader {
  private static final Map<String, NumberType> NUMBERS =
      Arrays.stream(NumberType.values())
          .collect(Collectors.toUnmodifiableMap(NumberType::javaName, Function.identity()));
  private static final Map<String, TimeType> TIMES =
      Arrays.stream(TimeType.values())
          .collect(Collectors.toUnmodifiableMap(TimeType::javaName, Function.identity()));

  private static final Set<String> OF_ONE =
      Set.of(List.class.getName(), Set.class.getName(), Prediction.class.getName());

  private final ProcessingEnvironment environment;
  private final TypeElement model;
  private final Position mentioned;
  private final Set<TypeElement> around = new HashSet<>();

  /**
   * Prepares reading.
   *
   * @param model from which types are seen
   * @param mentioned where the model mentions the type, for what has no place of its own
   */
  TypeReader(ProcessingEnvironment environment, TypeElement model, Position mentioned) {
    this.environment = environment;
    this.model = model;
    this.mentioned = mentioned;
  }

  /** Reads a type. */
  DeclaredType read(TypeMirror type) {
    if (TypeNames.unresolved(type)) {
      throw new UnresolvedException(type.toString());
    }
    if (type instanceof ArrayType array) {
      return new DeclaredType.Array(read(array.getComponentType()));
    }
    return switch (type.getKind()) {
      case VOID -> new DeclaredType.Nothing();
      case BOOLEAN -> new DeclaredType.Flag(false);
      case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> number(type);
      case DECLARED -> declared(type, MoreTypes.asTypeElement(type));
      default -> other(type);
    };
  }

  private static DeclaredType number(TypeMirror type) {
    String keyword = type.getKind().name().toLowerCase(Locale.ROOT);
    return new DeclaredType.Number(
        Optional.ofNullable(NUMBERS.get(keyword)).orElseThrow(), keyword);
  }

  private static DeclaredType other(TypeMirror type) {
    return new DeclaredType.Other(
        TypeNames.text(type),
        type.getKind() == TypeKind.DECLARED
            ? kindOf(MoreTypes.asTypeElement(type))
            : OtherKind.UNKNOWN);
  }

  private static OtherKind kindOf(TypeElement type) {
    // those of the JDK nobody can rewrite, whatever they are: EnumSet is sealed in newer ones
    String name = type.getQualifiedName().toString();
    if (name.startsWith("java.") || name.startsWith("javax.")) {
      return OtherKind.UNKNOWN;
    }
    if (type.getModifiers().contains(Modifier.SEALED)) {
      return OtherKind.SEALED;
    }
    return switch (type.getKind()) {
      case CLASS -> OtherKind.CLASS;
      case INTERFACE -> OtherKind.INTERFACE;
      default -> OtherKind.UNKNOWN;
    };
  }

  private DeclaredType declared(TypeMirror type, TypeElement element) {
    String name = element.getQualifiedName().toString();
    String text = TypeNames.text(type);
    NumberType number = NUMBERS.get(name);
    if (number != null) {
      return new DeclaredType.Number(number, text);
    }
    TimeType time = TIMES.get(name);
    if (time != null) {
      return new DeclaredType.Time(time);
    }
    List<? extends TypeMirror> arguments = MoreTypes.asDeclared(type).getTypeArguments();
    if (arguments.size() == 1 && arguments.get(0).getKind() != TypeKind.WILDCARD) {
      if (name.equals(List.class.getName())) {
        return new DeclaredType.ListOf(read(arguments.get(0)), text);
      }
      if (name.equals(Set.class.getName())) {
        return new DeclaredType.SetOf(read(arguments.get(0)), text);
      }
      if (name.equals(Prediction.class.getName())) {
        return new DeclaredType.Scored(read(arguments.get(0)), text);
      }
    }
    if (OF_ONE.contains(name)) {
      return new DeclaredType.Other(text, arguments.isEmpty() ? OtherKind.RAW : OtherKind.UNKNOWN);
    }
    if (name.equals(String.class.getName())) {
      return new DeclaredType.Text();
    }
    if (name.equals(AudioClip.class.getName())) {
      return new DeclaredType.Sound();
    }
    if (name.equals(BufferedImage.class.getName()) || name.equals(Path.class.getName())) {
      return new DeclaredType.Picture(name.equals(Path.class.getName()));
    }
    if (name.equals(QuantileForecast.class.getName())) {
      return new DeclaredType.OfQuantiles();
    }
    if (name.equals(Boolean.class.getName())) {
      return new DeclaredType.Flag(true);
    }
    if (element.getKind() == ElementKind.ENUM) {
      return new DeclaredType.Enumeration(
          nameOf(element), constantsOf(element), accessible(element), text);
    }
    return element.getKind() == ElementKind.RECORD ? record(element, text) : other(type);
  }

  private DeclaredType.Record record(TypeElement type, String text) {
    Set<RecordFault> faults = EnumSet.noneOf(RecordFault.class);
    List<DeclaredComponent> components = new ArrayList<>();
    if (!type.getTypeParameters().isEmpty()) {
      faults.add(RecordFault.GENERIC);
    } else if (!around.add(type)) {
      faults.add(RecordFault.CONTAINS_ITSELF);
    } else {
      for (RecordComponentElement component : type.getRecordComponents()) {
        components.add(component(component));
      }
      around.remove(type);
    }
    return new DeclaredType.Record(nameOf(type), components, accessible(type), faults, text);
  }

  private DeclaredComponent component(RecordComponentElement component) {
    Position position = Position.of(environment, component, mentioned);
    TypeMirror type = component.asType();
    return new DeclaredComponent(
        component.getSimpleName().toString(),
        TypeNames.nullable(component.getAnnotationMirrors()) || TypeNames.nullable(type),
        read(type),
        AnnotationReader.read(component, position),
        position);
  }

  private static List<String> constantsOf(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .map(constant -> constant.getSimpleName().toString())
        .toList();
  }

  private boolean accessible(TypeElement type) {
    boolean samePackage = MoreElements.getPackage(type).equals(MoreElements.getPackage(model));
    return Nesting.all(type, Modifier.PUBLIC)
        || (samePackage && !Nesting.any(type, Modifier.PRIVATE));
  }

  /** Returns the name of a type. */
  static TypeRef nameOf(TypeElement type) {
    return new TypeRef(
        MoreElements.getPackage(type).getQualifiedName().toString(),
        Nesting.of(type).stream().map(part -> part.getSimpleName().toString()).toList());
  }
}
