package vn.motcua.catalog.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Lists of one procedure, as an import takes them. */
public final class OneProcedure {
    private OneProcedure() {}

    public static byte[] zip(String code, String name, int days) {
        try {
            return ImportPackageTest.zip(lists(code, name, days));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> lists(String code, String name, int days) {
        Map<String, String> files = new HashMap<>();
        files.put(
                "procedures.csv",
                "code,name,field,level,time_limit_value,time_limit_unit,fee_vnd,service_level,authority,legal_basis,source\n"
                        + code + "," + name + ",Hộ tịch,Cấp xã,,,,,,,x\n");
        files.put(
                "procedure_methods.csv",
                "procedure_code,method,time_value,time_unit,fee_vnd,fee_note,description,source\n" + code
                        + ",in_person," + days + ",working_day,,,,x\n");
        files.put(
                "procedure_documents.csv",
                "procedure_code,document_name,original_or_copy,quantity,source,case_name\n" + code
                        + ",Tờ khai,original,1,x,\n");
        files.put("procedure_results.csv", "procedure_code,result_name,result_code,source\n" + code + ",Giấy,,x\n");
        return files;
    }
}
