{% from "macros.xml" import style with context -%}
<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|Fields|Forms|MapTips" labelsEnabled="{{ (layer.label and 1) or 0 }}">
{{ style(layer) }}
</qgis>
