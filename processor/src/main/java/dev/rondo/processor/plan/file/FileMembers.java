package dev.rondo.processor.plan.file;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The methods of a class that read its objects from files.
 *
 * @param type the class
 * @param reader the name of the method that reads one object
 */
record FileMembers(ClassName type, String reader) {
  /** Returns the names that these methods take. */
  List<String> names() {
    return List.of(reader, "read", "stream", "equals");
  }

  /**
   * Returns the methods.
   *
   * @param doc what the one says that reads a whole file
   * @param values of an object
   * @param columns that they are read from
   */
  List<Member> members(CodeBlock doc, List<ReaderParts.Part> values, ReaderParts columns) {
    List<Member> members = new ArrayList<>();
    members.add(read(doc));
    members.add(stream());
    members.add(ReaderParts.method(reader, type, values));
    members.addAll(columns.records());
    return members;
  }

  private Member read(CodeBlock doc) {
    return Member.publicly("read")
        .trait(Member.Trait.STATIC)
        .doc("$L", doc)
        .doc(
            "@throws $T if the file cannot be read, naming line, column, value and what was"
                + " expected\n",
            RuntimeTypes.EXAMPLE_FILE_EXCEPTION)
        .varargs(true)
        .returns(Code.listOf(type))
        .parameter(ClassName.get(Path.class), "file")
        .parameter(ArrayTypeName.of(RuntimeTypes.READ_OPTION), "options")
        .statement("return stream(file, options).toList()")
        .build();
  }

  private Member stream() {
    return Member.publicly("stream")
        .trait(Member.Trait.STATIC)
        .doc("Like {@link #read}, but reads the file anew in each iteration, whatever its size.\n")
        .varargs(true)
        .returns(Code.generic(RuntimeTypes.EXAMPLE_SOURCE, type))
        .parameter(ClassName.get(Path.class), "file")
        .parameter(ArrayTypeName.of(RuntimeTypes.READ_OPTION), "options")
        .statement("return $T.of(file, $T::$L, options)", RuntimeTypes.EXAMPLE_SOURCE, type, reader)
        .build();
  }
}
