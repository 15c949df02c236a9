package com.interspace.deploy;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What somebody wrote into an object that its model has no field for. */
final class Unknown {

    private static final String MODEL = "io.fabric8.kubernetes.api.model";

    private Unknown() {}

    static List<String> fieldsOf(Object object) {
        List<String> unknown = new ArrayList<>();
        collect(object, unknown);
        return unknown;
    }

    private static void collect(Object value, List<String> unknown) {
        if (value instanceof Collection<?> values) {
            values.forEach(each -> collect(each, unknown));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, unknown));
        } else if (value != null && value.getClass().getName().startsWith(MODEL)) {
            for (Method method : value.getClass().getMethods()) {
                if (method.getParameterCount() == 0 && method.getName().startsWith("get")) {
                    Object inside = invoke(method, value);
                    if (method.getName().equals("getAdditionalProperties")) {
                        ((Map<?, ?>) inside).keySet().forEach(key -> unknown.add(String.valueOf(key)));
                    } else {
                        collect(inside, unknown);
                    }
                }
            }
        }
    }

    private static Object invoke(Method method, Object value) {
        try {
            return method.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
