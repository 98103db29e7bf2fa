<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <se:Name>{{ layer.name }}</se:Name>
    <UserStyle>
      <se:Name>{{ layer.name }}</se:Name>
      <se:Description>
        <se:Title>{{ layer.title }}</se:Title>
        <se:Abstract>{{ layer.abstract }}</se:Abstract>
      </se:Description>
      <se:FeatureTypeStyle>
      {%- for drawn in layer.symbols %}
        <se:Rule>
          <se:Name>{{ layer.name }}-{{ loop.index }}</se:Name>
          <se:Description>
            <se:Title>{{ drawn.title }}</se:Title>
          </se:Description>
          {%- if drawn.where %}
          <ogc:Filter>
            {%- if drawn.where|length > 1 %}
            <ogc:And>
            {%- endif %}
            {%- for column, value in drawn.where.items() %}
            {%- if value is none %}
              <ogc:PropertyIsNull>
                <ogc:PropertyName>{{ column }}</ogc:PropertyName>
              </ogc:PropertyIsNull>
            {%- else %}
              <ogc:PropertyIsEqualTo>
                <ogc:PropertyName>{{ column }}</ogc:PropertyName>
                <ogc:Literal>{{ value }}</ogc:Literal>
              </ogc:PropertyIsEqualTo>
            {%- endif %}
            {%- endfor %}
            {%- if drawn.where|length > 1 %}
            </ogc:And>
            {%- endif %}
          </ogc:Filter>
          {%- endif %}
          {%- set tag = {"fill": "Polygon", "line": "Line", "marker": "Point"}[layer.kind] %}
          <se:{{ tag }}Symbolizer>
          {%- if layer.kind == "marker" %}
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>circle</se:WellKnownName>
          {%- endif %}
          {%- if layer.kind != "line" %}
            <se:Fill>
              <se:SvgParameter name="fill">{{ drawn.fill_hex }}</se:SvgParameter>
              <se:SvgParameter name="fill-opacity">{{ drawn.fill_opacity }}</se:SvgParameter>
            </se:Fill>
          {%- endif %}
            <se:Stroke>
              <se:SvgParameter name="stroke">{{ drawn.line_hex }}</se:SvgParameter>
              <se:SvgParameter name="stroke-width">{{ drawn.width_px }}</se:SvgParameter>
              {%- if drawn.dash_px %}
              <se:SvgParameter name="stroke-dasharray">{{ drawn.dash_px }}</se:SvgParameter>
              {%- endif %}
            </se:Stroke>
          {%- if layer.kind == "marker" %}
              </se:Mark>
              {%- if layer.size %}
              <se:Size>
                <ogc:Add>
                  <ogc:Literal>{{ 2 * layer.size.smallest_px }}</ogc:Literal>
                  <ogc:Mul>
                    <ogc:Literal>{{ 2 * layer.size.px_per_root }}</ogc:Literal>
                    <ogc:Function name="sqrt">
                      <ogc:PropertyName>{{ layer.size.column }}</ogc:PropertyName>
                    </ogc:Function>
                  </ogc:Mul>
                </ogc:Add>
              </se:Size>
              {%- else %}
              <se:Size>{{ drawn.size_px }}</se:Size>
              {%- endif %}
            </se:Graphic>
          {%- endif %}
          </se:{{ tag }}Symbolizer>
        </se:Rule>
      {%- endfor %}
      {%- if layer.label %}
        <se:Rule>
          <se:Name>{{ layer.name }}-labels</se:Name>
          <se:TextSymbolizer>
            <se:Label>
              <ogc:PropertyName>{{ layer.label }}</ogc:PropertyName>
            </se:Label>
            <se:Font>
              {%- for family in fonts %}
              <se:SvgParameter name="font-family">{{ family }}</se:SvgParameter>
              {%- endfor %}
              <se:SvgParameter name="font-size">{{ layer.label_px }}</se:SvgParameter>
            </se:Font>
            <se:LabelPlacement>
              <se:PointPlacement>
                <se:AnchorPoint>
                  <se:AnchorPointX>{{ 0.5 if layer.kind == "fill" else 0 }}</se:AnchorPointX>
                  <se:AnchorPointY>0.5</se:AnchorPointY>
                </se:AnchorPoint>
                {%- if layer.kind != "fill" %}
                <se:Displacement>
                  <se:DisplacementX>7</se:DisplacementX>
                  <se:DisplacementY>0</se:DisplacementY>
                </se:Displacement>
                {%- endif %}
              </se:PointPlacement>
            </se:LabelPlacement>
            <se:Halo>
              <se:Radius>1.5</se:Radius>
              <se:Fill>
                <se:SvgParameter name="fill">{{ paper }}</se:SvgParameter>
              </se:Fill>
            </se:Halo>
            <se:Fill>
              <se:SvgParameter name="fill">{{ ink }}</se:SvgParameter>
            </se:Fill>
          </se:TextSymbolizer>
        </se:Rule>
      {%- endif %}
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
