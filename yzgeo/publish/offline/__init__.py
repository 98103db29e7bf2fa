"""Any folium map as one file that makes no request."""
