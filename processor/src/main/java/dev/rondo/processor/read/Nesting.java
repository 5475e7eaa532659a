package dev.rondo.processor.read;

import com.google.auto.common.MoreElements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What stands inside of what. */
final class Nesting {
  private Nesting() {}

  /** Returns a type and those around it, the outermost first. */
  static List<TypeElement> of(TypeElement type) {
    List<TypeElement> types = new ArrayList<>();
    Element around = type;
    while (around != null && MoreElements.isType(around)) {
      types.add(MoreElements.asType(around));
      around = around.getEnclosingElement();
    }
    Collections.reverse(types);
    return types;
  }

  /** Returns whether a type and those around it all have a modifier. */
  static boolean all(TypeElement type, Modifier modifier) {
    return of(type).stream().allMatch(part -> part.getModifiers().contains(modifier));
  }

  /** Returns whether a type, or one around it, has a modifier. */
  static boolean any(TypeElement type, Modifier modifier) {
    return of(type).stream().anyMatch(part -> part.getModifiers().contains(modifier));
  }

  /** Returns what a member or a parameter belongs to. */
  static Element around(Element member) {
    return Objects.requireNonNull(member.getEnclosingElement(), member::toString);
  }
}
