package dev.rondo.processor.plan.type;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import java.util.List;

/** What a predictor has to start sessions. */
public interface SessionCode {
  /** Returns its field. */
  Field field();

  /** Returns the statement of the constructor that sets it. */
  CodeBlock created();

  /** Returns the methods that users start sessions by. */
  List<Member> methods();
}
