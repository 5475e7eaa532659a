package dev.rondo.processor.read;

import com.google.auto.common.MoreElements;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The records that a model is made of. */
final class UsedRecords {
  private UsedRecords() {}

  /** Returns the records that types are made of, those that are components of others too. */
  static Set<TypeElement> in(List<? extends TypeMirror> types) {
    Set<TypeElement> records = new LinkedHashSet<>();
    types.forEach(type -> add(type, records));
    return records;
  }

  private static void add(TypeMirror type, Set<TypeElement> records) {
    if (type instanceof ArrayType array) {
      add(array.getComponentType(), records);
    } else if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(argument -> add(argument, records));
      if (declared.asElement().getKind() == ElementKind.RECORD) {
        TypeElement record = MoreElements.asType(declared.asElement());
        if (records.add(record)) {
          for (RecordComponentElement component : record.getRecordComponents()) {
            add(component.asType(), records);
          }
        }
      }
    }
  }
}
